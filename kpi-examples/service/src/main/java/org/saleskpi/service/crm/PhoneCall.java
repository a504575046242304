package org.saleskpi.service.crm;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** A phone call, to a company or to nobody that is known. */
@Entity
public class PhoneCall extends CompanyRow {

    /** What came of a call. */
    public enum Result {
        VOICEMAIL,
        HUNG_UP,
        BUSY_NOW,
        TALKED,
        APPOINTMENT
    }

    private Instant startedAt;

    @Enumerated(EnumType.STRING)
    private Result result;

    private boolean support;

    protected PhoneCall() {}

    public PhoneCall(String tenant, String agent, Long companyId, Instant startedAt, Result result) {
        super(tenant, agent, companyId);
        this.startedAt = startedAt;
        this.result = result;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Result result() {
        return result;
    }

    public boolean isSupport() {
        return support;
    }

    public void finish(Result as) {
        this.result = as;
    }
}
