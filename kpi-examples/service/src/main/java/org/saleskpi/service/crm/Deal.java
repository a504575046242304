package org.saleskpi.service.crm;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A deal that a company has signed, perhaps for some days. */
@Entity
public class Deal extends CompanyRow {

    private Long offerId;
    private Instant signedAt;
    private BigDecimal value;
    private String currency;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private String product;

    protected Deal() {}

    public Deal(
            String tenant,
            String agent,
            Long companyId,
            Instant signedAt,
            BigDecimal value,
            String currency,
            String product) {
        super(tenant, agent, companyId);
        this.signedAt = signedAt;
        this.value = value;
        this.currency = currency;
        this.product = product;
    }

    public Long offerId() {
        return offerId;
    }

    public Instant signedAt() {
        return signedAt;
    }

    public BigDecimal value() {
        return value;
    }

    public String currency() {
        return currency;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public String product() {
        return product;
    }

    public void correct(BigDecimal newValue) {
        this.value = newValue;
    }
}
