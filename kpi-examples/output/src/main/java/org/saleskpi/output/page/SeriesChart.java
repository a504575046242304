package org.saleskpi.output.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.InstantRange;
import org.saleskpi.value.KpiValue;

/** One indicator over the periods of a page as a line chart. */
final class SeriesChart {

    private final PageAnswers answers;
    private final Wording wording;
    private final PeriodNames names;
    private final AnswerWording said;

    SeriesChart(PageAnswers answers, Wording wording, PeriodNames names) {
        this.said = answers.said(wording);
        this.answers = answers;
        this.wording = wording;
        this.names = names;
    }

    /** What the numbers are in, and of what dates. */
    private String unit(Indicator<?> indicator) {
        String unit = Quantity.unit(answers.report().get(indicator), wording);
        String by = names.by(answers.window().unit());
        return unit.isEmpty() ? by : unit + ", " + by;
    }

    /**
     * Draws an indicator.
     *
     * @param id the id of the image
     * @param title what it is of
     * @param indicator the indicator
     * @param now the reports in time order
     * @param before those of a year before, one for each, or none
     * @param shared the axis that several charts share; null for one of its own
     */
    Svg of(
            String id,
            String title,
            Indicator<?> indicator,
            List<KpiReport> now,
            List<KpiReport> before,
            @Nullable Axis shared) {
        Axis axis = shared == null ? axis(indicator, List.of(now, before)) : shared;
        boolean isPercent = Quantity.isPercent(answers.report().get(indicator));
        LineChart chart = new LineChart(
                axis,
                tick -> Quantity.tick(tick, axis, isPercent, answers.question().locale()),
                points(indicator, now, before),
                PeriodNames.distances(answers.window().unit()));
        Svg image = Svg.image(id, LineChart.WIDTH, LineChart.HEIGHT, title, description(indicator, now));
        return chart.into(image, unit(indicator), wording.say("line.none"));
    }

    /** The axis that holds an indicator of all of the series. */
    Axis axis(Indicator<?> indicator, List<List<KpiReport>> series) {
        boolean isWhole = Quantity.isWhole(answers.report().get(indicator));
        return Axis.of(
                series.stream()
                        .flatMap(List::stream)
                        .flatMap(report -> Stream.of(number(report, indicator), ceiling(report, indicator)))
                        .filter(Objects::nonNull)
                        .mapToDouble(number -> number),
                isWhole);
    }

    /** The number to be drawn; null before the first record that it needs, beyond the last, and for what is no measure. */
    private @Nullable Double number(KpiReport report, Indicator<?> indicator) {
        return answers.isKnown(report, indicator) ? said.number(indicator, report.get(indicator)) : null;
    }

    private @Nullable Double ceiling(KpiReport report, Indicator<?> indicator) {
        KpiValue<?> value = report.get(indicator);
        return answers.isKnown(report, indicator) && said.rateParts(indicator, value) != null
                ? Quantity.ceiling(value)
                : null;
    }

    private List<LineChart.Point> points(Indicator<?> indicator, List<KpiReport> now, List<KpiReport> before) {
        CalendarUnit unit = answers.window().unit();
        List<LineChart.Point> points = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            InstantRange period = now.get(i).terms().period();
            KpiReport yearBefore = before.isEmpty() ? null : before.get(i);
            points.add(new LineChart.Point(
                    names.calendarIndex(period, unit, now.size() - 1 - i),
                    names.label(period, unit),
                    names.year(period, unit),
                    number(now.get(i), indicator),
                    ceiling(now.get(i), indicator),
                    yearBefore == null ? null : number(yearBefore, indicator),
                    answers.isAsked(period),
                    answers.isPartial(now.get(i)),
                    tip(indicator, now.get(i), yearBefore)));
        }
        return points;
    }

    private String tip(Indicator<?> indicator, KpiReport now, @Nullable KpiReport before) {
        String period = names.of(now.terms().period());
        String value = said.value(indicator, now.get(indicator));
        return before == null || !answers.isKnown(before, indicator)
                ? wording.say("labelled", period, value)
                : wording.say("line.year-before", period, value, said.value(indicator, before.get(indicator)));
    }

    /** What those are told who do not see the line: its ends, its lowest and its highest point. */
    private String description(Indicator<?> indicator, List<KpiReport> now) {
        List<KpiReport> defined =
                now.stream().filter(report -> number(report, indicator) != null).toList();
        if (defined.isEmpty()) {
            return wording.say("line.none.sentence");
        }
        KpiReport lowest = defined.get(0);
        KpiReport highest = defined.get(0);
        for (KpiReport report : defined) {
            double number = defined(report, indicator);
            lowest = number < defined(lowest, indicator) ? report : lowest;
            highest = number > defined(highest, indicator) ? report : highest;
        }
        return wording.say(
                "line.description",
                valueAndPeriod(defined.get(0), indicator),
                valueAndPeriod(defined.get(defined.size() - 1), indicator),
                valueAndPeriod(lowest, indicator),
                valueAndPeriod(highest, indicator));
    }

    private double defined(KpiReport report, Indicator<?> indicator) {
        return Objects.requireNonNull(number(report, indicator));
    }

    private String valueAndPeriod(KpiReport report, Indicator<?> indicator) {
        return wording.value(report.get(indicator)) + " ("
                + names.of(report.terms().period()) + ")";
    }
}
