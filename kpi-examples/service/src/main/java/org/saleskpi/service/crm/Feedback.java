package org.saleskpi.service.crm;

import jakarta.persistence.Entity;
import java.time.Instant;

/** What a company thinks, in one to five stars. */
@Entity
public class Feedback extends CompanyRow {

    private Instant givenAt;
    private int stars;

    protected Feedback() {}

    public Feedback(String tenant, String agent, Long companyId, Instant givenAt, int stars) {
        super(tenant, agent, companyId);
        this.givenAt = givenAt;
        this.stars = stars;
    }

    public Instant givenAt() {
        return givenAt;
    }

    public int stars() {
        return stars;
    }
}
