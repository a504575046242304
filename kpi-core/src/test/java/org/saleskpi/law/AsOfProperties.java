package org.saleskpi.law;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;

@Domain(SalesDomain.class)
class AsOfProperties {

    @Property
    void whatHappensAtOrAfterTheMomentChangesNothing(@ForAll Situation situation) {
        Instant moment = situation.moment();
        RawHistory before = recorded(situation.raw(), moment, record -> isRecordedBefore(record, moment));
        RawHistory known = recorded(
                situation.raw(),
                moment,
                record -> SchoolbookOracle.momentOf(record).isBefore(moment));

        assertSameAnswers(Situation.calculator(before).asOf(moment), situation.kpisAsOf(moment), situation);
        assertThat(recordsOf(situation.raw().build().asOf(moment))).containsExactlyElementsOf(recordsOf(known.build()));
    }

    /** The records that were there before a moment, as they were then: what somebody would have exported then. */
    private static RawHistory recorded(RawHistory raw, Instant moment, Predicate<SalesRecord> isThere) {
        List<SalesRecord> records = new ArrayList<>();
        List<String> entered = new ArrayList<>();
        for (SalesRecord record : raw.records()) {
            String customerId = RawHistory.customerIdOf(record);
            if (isThere.test(record) && customerId != null) {
                entered.add(customerId);
            }
        }
        for (SalesRecord record : raw.records()) {
            if (record instanceof Customer customer) {
                if (entered.contains(customer.id())) {
                    records.add(before(customer, moment));
                }
            } else if (isThere.test(record)) {
                records.add(before(record, moment));
            }
        }
        return raw.with(records);
    }

    /** A sales meeting was recorded when it was booked, however far ahead it lay. */
    private static boolean isRecordedBefore(SalesRecord record, Instant moment) {
        return SchoolbookOracle.momentOf(record).isBefore(moment)
                || (record instanceof Meeting meeting
                        && SchoolbookOracle.isSalesAndBooked(meeting)
                        && requireNonNull(meeting.bookedAt()).isBefore(moment));
    }

    private static SalesRecord before(SalesRecord record, Instant moment) {
        if (record instanceof Meeting meeting) {
            return before(meeting, moment);
        }
        return record instanceof Proposal proposal ? before(proposal, moment) : record;
    }

    private static Meeting before(Meeting meeting, Instant moment) {
        Instant bookedAt = meeting.bookedAt();
        return Meeting.builder(meeting.id(), meeting.at(), meeting.outcome())
                .customer(meeting.customerId())
                .purpose(meeting.purpose())
                .bookedAt(bookedAt != null && bookedAt.isBefore(moment) ? bookedAt : null)
                .owner(meeting.owner())
                .attributes(meeting.attributes())
                .build();
    }

    private static Customer before(Customer customer, Instant moment) {
        Instant disqualifiedAt = customer.disqualifiedAt();
        return Customer.builder(customer.id(), customer.since())
                .disqualifiedAt(disqualifiedAt != null && disqualifiedAt.isBefore(moment) ? disqualifiedAt : null)
                .owner(customer.owner())
                .attributes(customer.attributes())
                .build();
    }

    private static Proposal before(Proposal proposal, Instant moment) {
        Instant decidedAt = proposal.decidedAt();
        return decidedAt != null && decidedAt.isBefore(moment)
                ? proposal
                : Proposal.builder(proposal.id(), proposal.sentAt())
                        .customer(proposal.customerId())
                        .amount(proposal.amount())
                        .owner(proposal.owner())
                        .attributes(proposal.attributes())
                        .build();
    }

    private static List<SalesRecord> recordsOf(SalesHistory history) {
        List<SalesRecord> records = new ArrayList<>();
        records.addAll(history.customers());
        records.addAll(history.calls());
        records.addAll(history.meetings());
        records.addAll(history.proposals());
        records.addAll(history.contracts());
        records.addAll(history.surveys());
        return records;
    }

    private static void assertSameAnswers(KpiCalculator left, KpiCalculator right, Situation situation) {
        KpiQuery leftQuery = left.during(situation.period());
        KpiQuery rightQuery = right.during(situation.period());

        assertThat(leftQuery.report()).isEqualTo(rightQuery.report());
        assertThat(leftQuery.by(situation.grouping().dimension()))
                .isEqualTo(rightQuery.by(situation.grouping().dimension()));
    }

    @Property
    void aViewOfAViewIsTheEarlierOfTheTwo(@ForAll Situation situation) {
        Instant moment = situation.moment();
        Instant other = situation.otherMoment();
        Instant earlier = moment.isBefore(other) ? moment : other;
        KpiCalculator kpis = situation.kpis();

        assertSameAnswers(kpis.asOf(moment).asOf(other), kpis.asOf(earlier), situation);
        assertThat(kpis.asOf(moment).asOf(other).history().viewedAsOf()).contains(earlier);
    }

    @Property
    void aViewFromTheFarFutureChangesNothing(@ForAll Situation situation) {
        KpiCalculator kpis = situation.kpis();
        Instant farFuture = situation.period().endExclusive().plus(Duration.ofDays(100_000));

        assertThat(Answers.of(kpis.asOf(farFuture).during(situation.period()).report()))
                .isEqualTo(Answers.of(kpis.during(situation.period()).report()));
        assertThat(recordsOf(kpis.asOf(farFuture).history())).isEqualTo(recordsOf(kpis.history()));
    }

    @Property
    void aViewAsOfTheEndOfThePeriodKeepsWhatHappenedInIt(@ForAll Situation situation) {
        KpiCalculator kpis = situation.kpis();
        KpiQuery now = kpis.during(situation.period());
        KpiQuery then = kpis.asOf(situation.period().endExclusive()).during(situation.period());

        for (var indicator : List.of(
                SalesIndicators.CALLS,
                SalesIndicators.MEETINGS,
                SalesIndicators.PROPOSALS,
                SalesIndicators.CONTRACTS,
                SalesIndicators.CUSTOMERS_WON)) {
            assertThat(then.get(indicator)).isEqualTo(now.get(indicator));
        }
        assertThat(then.get(SalesIndicators.REVENUE)).isEqualTo(now.get(SalesIndicators.REVENUE));
        assertThat(then.get(SalesIndicators.WIN_RATE)).isEqualTo(now.get(SalesIndicators.WIN_RATE));
        assertThat(then.get(SalesIndicators.SALES_CYCLE)).isEqualTo(now.get(SalesIndicators.SALES_CYCLE));
        assertThat(then.get(SalesIndicators.DEAL_CYCLE)).isEqualTo(now.get(SalesIndicators.DEAL_CYCLE));
        assertThat(then.get(SalesIndicators.CONVERSION_RATE).total())
                .isEqualTo(now.get(SalesIndicators.CONVERSION_RATE).total());
    }

    @Property
    void nobodyIsMeasuredBeforeThePeriodBegins(@ForAll Situation situation) {
        assertThat(situation
                        .kpisAsOf(situation.period().startInclusive())
                        .during(situation.period())
                        .get(SalesIndicators.RETENTION_RATE)
                        .total())
                .isZero();
    }

    @Property
    void aContractThatWasSignedLaterCoversNobodyYet(@ForAll Situation situation) {
        SalesHistory view = situation.raw().build().asOf(situation.moment());

        assertThat(view.contracts())
                .extracting(Contract::signedAt)
                .allMatch(signedAt -> signedAt.isBefore(situation.moment()));
        assertThat(view.journeys())
                .allMatch(journey -> journey.entry().isBefore(situation.moment()))
                .hasSameSizeAs(view.customers());
    }
}
