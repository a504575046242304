package org.saleskpi.service.kpi;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.FactBuilder;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordBuilder;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.Survey;
import org.saleskpi.service.crm.Appointment;
import org.saleskpi.service.crm.Company;
import org.saleskpi.service.crm.CompanyRow;
import org.saleskpi.service.crm.CrmRow;
import org.saleskpi.service.crm.Deal;
import org.saleskpi.service.crm.Feedback;
import org.saleskpi.service.crm.Offer;
import org.saleskpi.service.crm.PhoneCall;

/** What the rows of a tenant are to the library. */
record CrmRecords(ZoneId zone) {

    /** A table, and the kind of record that its rows are. */
    record Kind<R extends CrmRow>(Class<R> rows, RecordType type, BiFunction<CrmRecords, R, RecordBuilder<?>> form) {

        RecordBuilder<?> record(CrmRecords records, CrmRow row) {
            return form.apply(records, rows.cast(row));
        }
    }

    static final List<Kind<?>> KINDS = List.of(
            new Kind<>(Company.class, RecordType.CUSTOMER, CrmRecords::customer),
            new Kind<>(PhoneCall.class, RecordType.CALL, CrmRecords::call),
            new Kind<>(Appointment.class, RecordType.MEETING, CrmRecords::meeting),
            new Kind<>(Offer.class, RecordType.PROPOSAL, CrmRecords::proposal),
            new Kind<>(Deal.class, RecordType.CONTRACT, CrmRecords::contract),
            new Kind<>(Feedback.class, RecordType.SURVEY, CrmRecords::survey));

    static Kind<?> kindOf(CrmRow row) {
        return KINDS.stream()
                .filter(kind -> kind.rows().isInstance(row))
                .findFirst()
                .orElseThrow();
    }

    private Customer.Builder customer(Company row) {
        return owned(Customer.builder(row.id().toString(), row.createdAt()), row)
                .disqualifiedAt(row.rejectedAt())
                .attribute("region", row.territory())
                .attribute("industry", row.industry());
    }

    private Call.Builder call(PhoneCall row) {
        return fact(Call.builder(row.id().toString(), row.startedAt()), row)
                .purpose(row.isSupport() ? Call.Purpose.OTHER : Call.Purpose.PROSPECTING)
                .outcome(row.result() == null ? null : outcome(row.result()));
    }

    private static Call.Outcome outcome(PhoneCall.Result result) {
        return switch (result) {
            case VOICEMAIL -> Call.Outcome.NO_ANSWER;
            case HUNG_UP -> Call.Outcome.REFUSED;
            case BUSY_NOW -> Call.Outcome.CALL_BACK;
            case TALKED -> Call.Outcome.DISCUSSION;
            case APPOINTMENT -> Call.Outcome.MEETING_BOOKED;
        };
    }

    private Meeting.Builder meeting(Appointment row) {
        return fact(Meeting.builder(row.id().toString(), row.startsAt(), outcome(row.state())), row)
                .purpose(row.isTraining() ? Meeting.Purpose.OTHER : Meeting.Purpose.SALES)
                .bookedAt(row.bookedAt());
    }

    private static Meeting.Outcome outcome(Appointment.State state) {
        return switch (state) {
            case AHEAD -> Meeting.Outcome.PLANNED;
            case CALLED_OFF -> Meeting.Outcome.CANCELLED;
            case STOOD_UP -> Meeting.Outcome.NO_SHOW;
            case DONE -> Meeting.Outcome.HELD;
            case DONE_GOING_ON -> Meeting.Outcome.NEXT_STEP;
            case DONE_SOLD -> Meeting.Outcome.SALE;
        };
    }

    private Proposal.Builder proposal(Offer row) {
        return fact(Proposal.builder(row.id().toString(), row.sentAt()), row)
                .amount(row.total() == null ? null : money(row.total(), row.currency()))
                .decided(row.answer() == null ? Proposal.Status.PENDING : status(row.answer()), row.answeredAt());
    }

    private static Proposal.Status status(Offer.Answer answer) {
        return switch (answer) {
            case YES -> Proposal.Status.ACCEPTED;
            case NO -> Proposal.Status.REFUSED;
            case TOO_LATE -> Proposal.Status.EXPIRED;
        };
    }

    private Contract.Builder contract(Deal row) {
        return fact(Contract.builder(row.id().toString(), row.signedAt(), money(row.value(), row.currency())), row)
                .proposal(row.offerId() == null ? null : row.offerId().toString())
                .startsAt(
                        row.firstDay() == null
                                ? null
                                : row.firstDay().atStartOfDay(zone).toInstant())
                .endsAt(
                        row.lastDay() == null
                                ? null
                                : row.lastDay().plusDays(1).atStartOfDay(zone).toInstant())
                .attribute("product", row.product());
    }

    private Survey.Builder survey(Feedback row) {
        return fact(Survey.builder(row.id().toString(), row.givenAt(), Survey.Scale.CSAT_5, row.stars()), row);
    }

    private static Money money(BigDecimal amount, String currency) {
        return Money.of(CurrencyUnit.of(currency), amount);
    }

    private <B extends FactBuilder<B>> B fact(B fact, CompanyRow row) {
        return owned(fact, row)
                .customer(row.companyId() == null ? null : row.companyId().toString());
    }

    private <B extends RecordBuilder<B>> B owned(B record, CrmRow row) {
        return record.owner(row.agent());
    }
}
