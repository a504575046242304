package org.saleskpi.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.report.Additive;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.report.ReportTerms;

/** What travels as bytes arrives as it was, and what was damaged on the way is refused. */
@Domain(SalesDomain.class)
class ByteFormProperties {

    private static final List<Indicator<?>> ALL = Stream.of(
                    IndicatorCatalogue.all(), UserIndicators.ALL, VocabularyIndicators.ALL)
            .<Indicator<?>>flatMap(Collection::stream)
            .distinct()
            .toList();

    /** Where the check sum ends. */
    private static final int BODY = 9;

    private static KpiCalculator calculator(RawHistory raw) {
        return KpiCalculator.builder(raw.build())
                .without(SalesIndicators.all().toArray(Indicator<?>[]::new))
                .add(ALL.toArray(Indicator<?>[]::new))
                .build();
    }

    private static KpiQuery query(Situation situation) {
        return calculator(situation.raw()).asOf(situation.moment()).during(situation.period());
    }

    @Property(tries = 300)
    void reportsArriveAsTheyWere(@ForAll Situation situation) {
        KpiReport report = query(situation)
                .where(situation.grouping().dimension(), Arrays.asList("alice", null))
                .report();

        KpiReport read = KpiReport.fromBytes(report.toBytes(), ALL);
        assertThat(read).isEqualTo(report).hasSameHashCodeAs(report);
        assertThat(read.minus(report)).isEqualTo(report.minus(report));
        assertThat(read.toBytes()).isEqualTo(report.toBytes());
        assertThat(ReportTerms.fromBytes(report.terms().toBytes())).isEqualTo(report.terms());
    }

    @Property(tries = 100)
    void seriesAndBreakdownsArriveAsTheyWere(@ForAll Situation situation) {
        Dimension dimension = situation.grouping().dimension();
        KpiQuery query = calculator(situation.raw()).during(Periods.atMost(5, situation.unit(), situation.period()));
        KpiSeries series = query.every(situation.unit());
        KpiBreakdown<KpiReport> reports = query.by(
                dimension,
                situation.otherGrouping() == situation.grouping()
                        ? new Dimension[0]
                        : new Dimension[] {situation.otherGrouping().dimension()});
        KpiBreakdown<KpiSeries> seriesByGroup = query.by(dimension, situation.unit());

        assertThat(KpiSeries.fromBytes(series.toBytes(), ALL)).isEqualTo(series);
        assertThat(KpiBreakdown.reportsFromBytes(reports.toBytes(), ALL)).isEqualTo(reports);
        assertThat(KpiBreakdown.seriesFromBytes(seriesByGroup.toBytes(), ALL)).isEqualTo(seriesByGroup);
    }

    @Property(tries = 200)
    void analysesArriveAsTheyWere(@ForAll Situation situation) {
        KpiReport now = query(situation).report();
        Comparison comparison = Comparison.of(
                now, calculator(situation.raw()).during(situation.period()).report());
        Funnel funnel = query(situation).funnel();

        assertThat(Comparison.fromBytes(comparison.toBytes(), ALL)).isEqualTo(comparison);
        assertThat(Funnel.fromBytes(funnel.toBytes())).isEqualTo(funnel);
    }

    /** As the nodes of a cluster do it. */
    @Property(tries = 200)
    void partsThatTravelledAddUp(@ForAll Situation situation) {
        List<byte[]> parts = situation.parts(3).stream()
                .map(raw -> calculator(raw).during(situation.period()).report().toBytes())
                .toList();

        assertThat(parts.stream().map(bytes -> KpiReport.fromBytes(bytes, ALL)).collect(Additive.summing()))
                .contains(calculator(situation.raw()).during(situation.period()).report());
    }

    @Property(tries = 200)
    void partsOfAnalysesAddUpAndSubtractBack(@ForAll Situation situation) {
        List<RawHistory> parts = situation.parts(2);
        Function<RawHistory, Comparison> comparison = raw -> Comparison.of(
                calculator(raw).during(situation.period()).report(),
                calculator(raw)
                        .asOf(situation.moment())
                        .during(situation.period())
                        .report());
        Function<RawHistory, Funnel> funnel =
                raw -> calculator(raw).during(situation.period()).funnel();

        assertThat(comparison.apply(parts.get(0)).plus(comparison.apply(parts.get(1))))
                .isEqualTo(comparison.apply(situation.raw()));
        assertThat(comparison.apply(situation.raw()).minus(comparison.apply(parts.get(1))))
                .isEqualTo(comparison.apply(parts.get(0)));
        assertThat(funnel.apply(situation.raw()).minus(funnel.apply(parts.get(1))))
                .isEqualTo(funnel.apply(parts.get(0)));
    }

    /** A changed byte is found by the check sum; where that was changed too, at most another report comes of it. */
    @Property(tries = 300)
    void damagedBytesAreRefusedOrReadAsOthers(@ForAll Situation situation) {
        Random random = situation.random();
        byte[] bytes = query(situation).report().toBytes();
        byte[] changed = bytes.clone();
        changed[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        byte[] changedWithCheckSum = bytes.clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
            changedWithCheckSum[BODY + random.nextInt(bytes.length - BODY)] = (byte) random.nextInt(256);
        }
        CRC32 sum = new CRC32();
        sum.update(changedWithCheckSum, BODY, bytes.length - BODY);
        ByteBuffer.wrap(changedWithCheckSum).putInt(BODY - Integer.BYTES, (int) sum.getValue());

        assertRefused(changed);
        assertRefused(cut);
        assertThatCode(() -> KpiReport.fromBytes(changedWithCheckSum, ALL))
                .satisfiesAnyOf(
                        nothing -> assertThat(nothing).isNull(),
                        refused -> assertThat(refused).isInstanceOf(IllegalArgumentException.class));
    }

    private static void assertRefused(byte[] bytes) {
        assertThatCode(() -> KpiReport.fromBytes(bytes, ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*(bytes|byte form).*");
    }
}
