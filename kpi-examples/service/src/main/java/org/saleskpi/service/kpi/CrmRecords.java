package org.saleskpi.service.kpi;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
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

/**
 * What the rows of a table are to the library.
 *
 * @param rows the type of the rows
 * @param type the kind of record that they are
 * @param form makes a record of a row, in the time zone of its tenant
 */
record CrmRecords(Class<? extends CrmRow> rows, RecordType type, BiFunction<CrmRow, ZoneId, RecordBuilder<?>> form) {

    static final List<CrmRecords> ALL = List.of(
            new CrmRecords(Company.class, RecordType.CUSTOMER, (row, zone) -> customer((Company) row)),
            new CrmRecords(PhoneCall.class, RecordType.CALL, (row, zone) -> call((PhoneCall) row)),
            new CrmRecords(Appointment.class, RecordType.MEETING, (row, zone) -> meeting((Appointment) row)),
            new CrmRecords(Offer.class, RecordType.PROPOSAL, (row, zone) -> proposal((Offer) row)),
            new CrmRecords(Deal.class, RecordType.CONTRACT, (row, zone) -> contract((Deal) row, zone)),
            new CrmRecords(Feedback.class, RecordType.SURVEY, (row, zone) -> survey((Feedback) row)));

    private static Customer.Builder customer(Company row) {
        return Customer.builder(row.id().toString(), row.createdAt())
                .owner(row.agent())
                .disqualifiedAt(row.rejectedAt())
                .attribute("region", row.territory())
                .attribute("industry", row.industry());
    }

    private static Call.Builder call(PhoneCall row) {
        Call.Builder call = Call.builder(row.id().toString(), row.startedAt())
                .purpose(row.isSupport() ? Call.Purpose.OTHER : Call.Purpose.PROSPECTING);
        if (row.result() != null) {
            call.outcome(
                    switch (row.result()) {
                        case VOICEMAIL -> Call.Outcome.NO_ANSWER;
                        case HUNG_UP -> Call.Outcome.REFUSED;
                        case BUSY_NOW -> Call.Outcome.CALL_BACK;
                        case TALKED -> Call.Outcome.DISCUSSION;
                        case APPOINTMENT -> Call.Outcome.MEETING_BOOKED;
                    });
        }
        return fact(call, row);
    }

    private static Meeting.Builder meeting(Appointment row) {
        Meeting.Outcome outcome = switch (row.state()) {
            case AHEAD -> Meeting.Outcome.PLANNED;
            case CALLED_OFF -> Meeting.Outcome.CANCELLED;
            case STOOD_UP -> Meeting.Outcome.NO_SHOW;
            case DONE -> Meeting.Outcome.HELD;
            case DONE_GOING_ON -> Meeting.Outcome.NEXT_STEP;
            case DONE_SOLD -> Meeting.Outcome.SALE;
        };
        return fact(Meeting.builder(row.id().toString(), row.startsAt(), outcome), row)
                .purpose(row.isTraining() ? Meeting.Purpose.OTHER : Meeting.Purpose.SALES)
                .bookedAt(row.bookedAt());
    }

    private static Proposal.Builder proposal(Offer row) {
        Proposal.Builder proposal = Proposal.builder(row.id().toString(), row.sentAt())
                .amount(row.total(), row.total() == null ? null : row.currency());
        if (row.answer() != null) {
            proposal.decided(
                    switch (row.answer()) {
                        case YES -> Proposal.Status.ACCEPTED;
                        case NO -> Proposal.Status.REFUSED;
                        case TOO_LATE -> Proposal.Status.EXPIRED;
                    },
                    row.answeredAt());
        }
        return fact(proposal, row);
    }

    private static Contract.Builder contract(Deal row, ZoneId zone) {
        return fact(Contract.builder(row.id().toString(), row.signedAt(), row.value(), row.currency()), row)
                .proposal(Objects.toString(row.offerId(), null))
                .startsOn(row.firstDay(), zone)
                .endsOn(row.lastDay(), zone)
                .attribute("product", row.product());
    }

    private static Survey.Builder survey(Feedback row) {
        return fact(Survey.builder(row.id().toString(), row.givenAt(), Survey.Scale.CSAT_5, row.stars()), row);
    }

    private static <B extends FactBuilder<B>> B fact(B fact, CompanyRow row) {
        return fact.owner(row.agent()).customer(Objects.toString(row.companyId(), null));
    }
}
