package org.saleskpi.service.crm;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** An appointment with a company. */
@Entity
public class Appointment extends CompanyRow {

    /** What became of an appointment. */
    public enum State {
        AHEAD,
        CALLED_OFF,
        STOOD_UP,
        DONE,
        DONE_GOING_ON,
        DONE_SOLD
    }

    private Instant startsAt;
    private Instant bookedAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private boolean training;

    protected Appointment() {}

    public Appointment(String tenant, String agent, Long companyId, Instant startsAt, Instant bookedAt, State state) {
        super(tenant, agent, companyId);
        this.startsAt = startsAt;
        this.bookedAt = bookedAt;
        this.state = state;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant bookedAt() {
        return bookedAt;
    }

    public State state() {
        return state;
    }

    public boolean isTraining() {
        return training;
    }
}
