package org.saleskpi.service.crm;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;

/** An offer that was sent to a company. */
@Entity
public class Offer extends CompanyRow {

    /** What a company said to an offer. */
    public enum Answer {
        YES,
        NO,
        TOO_LATE
    }

    private Instant sentAt;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    private Instant answeredAt;
    private BigDecimal total;
    private String currency;

    protected Offer() {}

    public Offer(String tenant, String agent, Long companyId, Instant sentAt, BigDecimal total, String currency) {
        super(tenant, agent, companyId);
        this.sentAt = sentAt;
        this.total = total;
        this.currency = currency;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public Answer answer() {
        return answer;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    public BigDecimal total() {
        return total;
    }

    public String currency() {
        return currency;
    }

    public void answer(Answer said, Instant at) {
        this.answer = said;
        this.answeredAt = at;
    }
}
