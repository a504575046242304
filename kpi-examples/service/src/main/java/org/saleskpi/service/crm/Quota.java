package org.saleskpi.service.crm;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/** What a tenant wants to reach in a period. */
@Entity
public class Quota {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String tenant;
    private String measure;
    private String period;
    private BigDecimal least;

    protected Quota() {}

    public Quota(String tenant, String measure, String period, BigDecimal least) {
        this.tenant = tenant;
        this.measure = measure;
        this.period = period;
        this.least = least;
    }

    public Long id() {
        return id;
    }

    public String tenant() {
        return tenant;
    }

    public String measure() {
        return measure;
    }

    public String period() {
        return period;
    }

    public BigDecimal least() {
        return least;
    }
}
