package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.joda.money.Money;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

@Domain(SalesDomain.class)
class UnrelatedFactsProperties {

    private static final String STRANGER = "stranger";

    private static KpiCalculator catalogue(RawHistory raw) {
        return KpiCalculator.of(raw.build());
    }

    @Property
    void callsAndMeetingsForOtherPurposesChangeNoAnswer(@ForAll Situation situation) {
        Instant at = situation.period().startInclusive();
        RawHistory more = situation
                .raw()
                .and(List.of(
                        Call.builder("support", at)
                                .purpose(Call.Purpose.OTHER)
                                .outcome(Call.Outcome.DISCUSSION)
                                .owner("alice")
                                .build(),
                        Meeting.builder("training", at, Meeting.Outcome.SALE)
                                .purpose(Meeting.Purpose.OTHER)
                                .owner("alice")
                                .build()));

        assertThat(catalogue(more).during(situation.period()).report())
                .isEqualTo(catalogue(situation.raw()).during(situation.period()).report());
    }

    @Property
    void aCancelledMeetingChangesNoAnswer(@ForAll Situation situation) {
        RawHistory more = situation
                .raw()
                .and(List.of(
                        Meeting.builder("called-off", situation.period().startInclusive(), Meeting.Outcome.CANCELLED)
                                .build()));

        assertThat(catalogue(more).during(situation.period()).report())
                .isEqualTo(catalogue(situation.raw()).during(situation.period()).report());
    }

    @Property
    void anotherCustomerWithItsOwnRepIsAGroupMoreAndChangesNoOther(@ForAll Situation situation) {
        RawHistory more = situation.raw().and(stranger(situation));
        KpiBreakdown<KpiReport> before =
                situation.kpis().during(situation.period()).by(Grouping.OWNER.dimension());
        KpiBreakdown<KpiReport> after =
                Situation.calculator(more).during(situation.period()).by(Grouping.OWNER.dimension());

        assertThat(after.groups())
                .containsAll(before.groups())
                .hasSize(before.groups().size() + 1);
        KpiReport ofStranger = Situation.calculator(situation.raw().with(stranger(situation)))
                .during(situation.period())
                .report();
        assertThat(after.total()).isEqualTo(before.total().plus(ofStranger));
        assertThat(Answers.of(after.group(STRANGER).orElseThrow())).isEqualTo(Answers.of(ofStranger));
    }

    private static List<SalesRecord> stranger(Situation situation) {
        Instant at = situation.period().startInclusive();
        Instant later = situation.moment().isAfter(at) ? situation.moment() : at;
        return List.of(
                Customer.builder(STRANGER, later).owner(STRANGER).build(),
                Call.builder(STRANGER, at).customer(STRANGER).build(),
                Meeting.builder(STRANGER, at, Meeting.Outcome.NEXT_STEP)
                        .customer(STRANGER)
                        .build(),
                Proposal.builder(STRANGER, at)
                        .decided(Proposal.Status.REFUSED, later)
                        .customer(STRANGER)
                        .build(),
                Contract.builder(STRANGER, at, Money.ofMinor(situation.raw().currency(), 700))
                        .endsAt(later)
                        .customer(STRANGER)
                        .build(),
                Survey.builder(STRANGER, at, Survey.Scale.NPS, 9)
                        .customer(STRANGER)
                        .build());
    }

    @Property
    void whatHappensToACustomerOutsideThePeriodLeavesItsActivityAlone(@ForAll Situation situation) {
        Instant end = situation.period().endExclusive();
        List<SalesRecord> later = situation.raw().customers().stream()
                .<SalesRecord>map(customer -> Contract.builder(
                                "later-" + customer.id(),
                                end,
                                Money.ofMinor(situation.raw().currency(), 700))
                        .customer(customer.id())
                        .build())
                .toList();
        KpiReport before = catalogue(situation.raw()).during(situation.period()).report();
        KpiReport after =
                catalogue(situation.raw().and(later)).during(situation.period()).report();

        for (var indicator : SalesIndicators.all()) {
            // Who signs after the period has converted since, and counts for those that entered in it.
            if (indicator != SalesIndicators.CONVERSION_RATE) {
                assertThat((Object) after.get(indicator)).as(indicator.key()).isEqualTo(before.get(indicator));
            }
        }
        assertThat(after.get(SalesIndicators.CONVERSION_RATE).hits())
                .isEqualTo(before.get(SalesIndicators.CONVERSION_RATE).total())
                .isEqualTo(after.get(SalesIndicators.CONVERSION_RATE).total());
    }
}
