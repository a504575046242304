package org.saleskpi.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.ComparisonBase;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.indicator.SalesPopulations;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/** What the byte form holds, what is refused, and that what an earlier version wrote can be read. */
class ByteFormTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(PARIS).toInstant();
    }

    /** Something of every kind of record, with and without an owner. */
    private static final SalesHistory HISTORY = SalesHistory.builder(PARIS, CurrencyUnit.EUR)
            .add(Customer.builder("c-1", at("2026-02-20T09:00")).owner("zoë").build())
            .add(Customer.builder("c-2", at("2026-03-02T09:00"))
                    .disqualifiedAt(at("2026-03-20T09:00"))
                    .build())
            .add(Call.builder("k-1", at("2026-03-03T09:30"))
                    .customer("c-1")
                    .outcome(Call.Outcome.DISCUSSION)
                    .build())
            .add(Meeting.builder("m-1", at("2026-03-10T14:00"), Meeting.Outcome.HELD)
                    .customer("c-1")
                    .bookedAt(at("2026-03-03T09:31"))
                    .build())
            .add(Proposal.builder("p-1", at("2026-03-11T10:00"))
                    .customer("c-1")
                    .amount(Money.parse("EUR 1500.00"))
                    .decided(Proposal.Status.ACCEPTED, at("2026-03-18T10:00"))
                    .build())
            .add(Contract.builder("s-1", at("2026-03-19T10:00"), Money.parse("EUR 1200.00"))
                    .customer("c-1")
                    .endsAt(at("2027-03-19T00:00"))
                    .build())
            .add(Survey.builder("v-1", at("2026-03-25T10:00"), Survey.Scale.NPS, 9)
                    .customer("c-1")
                    .build())
            .build();

    private static KpiQuery march() {
        return KpiCalculator.builder(HISTORY)
                .add(IndicatorCatalogue.all().stream()
                        .filter(indicator -> !SalesIndicators.all().contains(indicator))
                        .toArray(Indicator<?>[]::new))
                .build()
                .asOf(at("2026-04-01T00:00"))
                .during(DateRange.month(2026, 3));
    }

    private static KpiReport report() {
        return march().where(Dimension.OWNER, Arrays.asList("zoë", null)).report();
    }

    @Test
    void isShort() {
        assertThat(march().only(SalesIndicators.all().toArray(Indicator<?>[]::new))
                        .report()
                        .toBytes())
                .hasSizeLessThan(450);
    }

    @Test
    void readsIndicatorsOfYourOwnByTheirKeys() {
        Indicator<?> own = Indicator.count("all-proposals", SalesPopulations.PROPOSALS_SENT);
        KpiReport report = march().only(own, SalesIndicators.CALLS).report();

        assertThat(KpiReport.fromBytes(report.toBytes(), List.of(SalesIndicators.CALLS, SalesIndicators.MEETINGS, own)))
                .isEqualTo(report);
    }

    @Test
    void refusesIndicatorsThatItIsNotGiven() {
        byte[] bytes = march().only(SalesIndicators.CALLS, SalesIndicators.REVENUE)
                .report()
                .toBytes();

        assertThatThrownBy(() -> KpiReport.fromBytes(bytes, List.of(SalesIndicators.CALLS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The bytes of report cannot be read: indicator \"revenue\" is not among the 1 that were given");
        Indicator<?> namesake = Indicator.count("revenue", SalesPopulations.CONTRACTS_SIGNED);
        assertThatThrownBy(() -> KpiReport.fromBytes(bytes, List.of(SalesIndicators.CALLS, namesake)))
                .hasMessage(
                        "The bytes of report cannot be read: indicator \"revenue\" has an answer of the kind Amount,"
                                + " expected Count");
        assertThatThrownBy(() -> KpiReport.fromBytes(bytes, List.of(SalesIndicators.REVENUE, namesake)))
                .hasMessage("Two indicators have the key \"revenue\"");
    }

    @Test
    void refusesWhatIsNotOfItsKind() {
        byte[] report = report().toBytes();

        assertThatThrownBy(() -> KpiSeries.fromBytes(report, IndicatorCatalogue.all()))
                .hasMessage("The bytes are those of report, expected series");
        assertThatThrownBy(() ->
                        KpiBreakdown.seriesFromBytes(march().by(Dimension.OWNER).toBytes(), IndicatorCatalogue.all()))
                .hasMessage("The bytes are those of reports by group, expected series by group");
        assertThatThrownBy(() -> Funnel.fromBytes("{\"calls\": 1}".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("12 bytes are not the byte form of an answer, which begins with KPI");
        byte[] later = report.clone();
        later[3] = 2;
        assertThatThrownBy(() -> KpiReport.fromBytes(later, IndicatorCatalogue.all()))
                .hasMessage("The byte form is of version 2, expected 1");
        byte[] unknown = report.clone();
        unknown[4] = 99;
        assertThatThrownBy(() -> KpiReport.fromBytes(unknown, IndicatorCatalogue.all()))
                .hasMessage("The bytes are those of kind 99, expected report");
    }

    @Test
    void refusesWhatWasDamagedOrGoesOn() {
        byte[] damaged = report().toBytes();
        damaged[damaged.length - 1]++;
        assertThatThrownBy(() -> KpiReport.fromBytes(damaged, IndicatorCatalogue.all()))
                .hasMessage("The bytes of report are damaged: their check sum differs");
        byte[] longer = Arrays.copyOf(report().toBytes(), 10_000);
        assertThatThrownBy(() -> KpiReport.fromBytes(longer, IndicatorCatalogue.all()))
                .hasMessage("The bytes of report are damaged: their check sum differs");
    }

    @Test
    void partsAddUpInAStream() {
        KpiQuery march = march();
        KpiReport all = march.where(Dimension.OWNER, Arrays.asList("zoë", null)).report();

        assertThat(Stream.of(
                                march.where(Dimension.OWNER, "zoë").report(),
                                march.whereUnassigned(Dimension.OWNER).report())
                        .parallel()
                        .collect(Additive.summing()))
                .contains(all);
        assertThat(Stream.<KpiReport>empty().collect(Additive.summing())).isEqualTo(Optional.empty());
    }

    /** The files were written by version 1; whoever writes another version keeps them, and adds its own. */
    @Test
    void readsWhatVersion1Wrote() {
        assertThat(KpiReport.fromBytes(stored("report-1", report().toBytes()), IndicatorCatalogue.all()))
                .isEqualTo(report());
        KpiBreakdown<KpiSeries> weeks = march().by(Dimension.OWNER, CalendarUnit.WEEK);
        assertThat(KpiBreakdown.seriesFromBytes(stored("series-by-group-1", weeks.toBytes()), IndicatorCatalogue.all()))
                .isEqualTo(weeks);
        KpiBreakdown<KpiReport> reps = march().by(Dimension.OWNER);
        assertThat(KpiBreakdown.reportsFromBytes(
                        stored("reports-by-group-1", reps.toBytes()), IndicatorCatalogue.all()))
                .isEqualTo(reps);
        KpiSeries series = march().every(CalendarUnit.WEEK);
        assertThat(KpiSeries.fromBytes(stored("series-1", series.toBytes()), IndicatorCatalogue.all()))
                .isEqualTo(series);
        Comparison comparison = march().comparedWith(ComparisonBase.PREVIOUS).report();
        assertThat(Comparison.fromBytes(stored("comparison-1", comparison.toBytes()), IndicatorCatalogue.all()))
                .isEqualTo(comparison);
        Funnel funnel = march().funnel();
        assertThat(Funnel.fromBytes(stored("funnel-1", funnel.toBytes()))).isEqualTo(funnel);
        assertThat(ReportTerms.fromBytes(stored("terms-1", report().terms().toBytes())))
                .isEqualTo(report().terms());
    }

    /** What stands in a file; what is written now is the same, as long as the version is. */
    private static byte[] stored(String name, byte[] now) {
        try (InputStream file = ByteFormTest.class.getResourceAsStream(name + ".kpi")) {
            byte[] bytes = requireNonNull(file, name).readAllBytes();
            assertThat(now).as(name).isEqualTo(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
