package org.saleskpi.service.crm;

import jakarta.persistence.Entity;
import java.time.Instant;

/** A company that somebody sells to. */
@Entity
public class Company extends CrmRow {

    private String title;
    private Instant createdAt;
    private Instant rejectedAt;
    private String territory;
    private String industry;

    protected Company() {}

    public Company(String tenant, String agent, String title, Instant createdAt, String territory, String industry) {
        super(tenant, agent);
        this.title = title;
        this.createdAt = createdAt;
        this.territory = territory;
        this.industry = industry;
    }

    public String title() {
        return title;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant rejectedAt() {
        return rejectedAt;
    }

    public String territory() {
        return territory;
    }

    public String industry() {
        return industry;
    }

    public void reject(Instant at) {
        this.rejectedAt = at;
    }
}
