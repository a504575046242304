package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.Change;
import org.saleskpi.output.wording.DataCoverage;
import org.saleskpi.output.wording.TargetWording;
import org.saleskpi.output.wording.Unmeasured;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.time.InstantRange;

/** Periods or groups side by side as text, with tables of their changes and of their targets below. */
final class TextTables {

    private static final String NOTHING = "–";

    /** More groups than these stand below one another, one a row, so that a column can be read from top to bottom. */
    private static final int MOST_GROUPS_IN_COLUMNS = 8;

    /** Stands at a period that is known in part only. */
    private static final String PARTLY = "*";

    private final Question question;
    private final DataCoverage coverage;
    private final AnswerWording said;
    private final Wording wording;
    private final TextStyle style;

    TextTables(Question question, DataCoverage coverage, AnswerWording said, Wording wording, TextStyle style) {
        this.question = question;
        this.coverage = coverage;
        this.said = said;
        this.wording = wording;
        this.style = style;
    }

    /** The periods until the records end, with a trend. */
    List<String> periods(List<KpiReport> all, @Nullable List<Assessment> assessments) {
        List<Integer> shown = shown(all);
        List<KpiReport> reports = shown.stream().map(all::get).toList();
        TextTable table = new TextTable(wording.say("indicator"), names(reports.get(0)), style);
        for (KpiReport report : reports) {
            table.add(label(report), cells(report, indicator -> knownValue(report, indicator)));
        }
        if (reports.size() > 1) {
            Trend trend = Trend.of(reports, table.widthLeft(), this::isDrawn);
            int periods = trend.periodsInABar();
            table.add(
                    periods == 1 ? wording.say("trend") : wording.say("trend.bars", wording.whole(periods)),
                    trend.rows());
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (assessments != null) {
            List<String> labels = reports.stream().map(this::label).toList();
            List<Assessment> judged = shown.stream().map(assessments::get).toList();
            lines.addAll(changes(labels, judged, reports, false));
            lines.addAll(targets(labels, judged, reports, false));
        }
        return lines;
    }

    /** The groups, with the total last. */
    List<String> groups(Answers answers, @Nullable Answers likeForLike) {
        KpiReport total = answers.total().get(0);
        boolean areRows = answers.groups().size() > MOST_GROUPS_IN_COLUMNS;
        List<String> labels = new ArrayList<>();
        List<KpiReport> reports = new ArrayList<>();
        List<Assessment> assessments = new ArrayList<>();
        for (Answers.Group group : answers.groups()) {
            labels.add(wording.key(group.key()));
            reports.add(group.reports().get(0));
            if (likeForLike != null) {
                assessments.add(likeForLike.assessmentsOf(group.key()).get(0));
            }
        }
        labels.add(wording.say("total"));
        reports.add(total);
        Grid grid = new Grid(wording.say("by", wording.dimensions(answers.dimensions())), names(total), labels);
        for (KpiReport report : reports) {
            grid.add(cells(report, indicator -> said.value(indicator, report.get(indicator))));
        }
        List<String> lines = new ArrayList<>(grid.table(areRows).lines());
        if (likeForLike != null) {
            assessments.add(likeForLike.assessments().get(0));
            lines.addAll(changes(labels, assessments, reports, areRows));
            lines.addAll(targets(labels, assessments, reports, areRows));
        }
        return lines;
    }

    /** What a reader must know of the periods and numbers that are shown, and of those that are not. */
    List<String> notes(List<KpiReport> all) {
        List<String> notes = new ArrayList<>();
        List<Integer> shown = shown(all);
        List<KpiReport> reports = shown.stream().map(all::get).toList();
        ReportTerms terms = all.get(0).terms();
        if (question.unit() != null) {
            String end = DataCoverage.knownUntil(question.history())
                    .map(known -> wording.lastDay(known, terms.zone()))
                    .orElse("");
            if (shown.get(0) > 0) {
                notes.add(wording.say(
                        "series.begins",
                        wording.date(coverage.recorded()
                                .orElseThrow()
                                .first()
                                .atZone(terms.zone())
                                .toLocalDate())));
            }
            if (shown.get(shown.size() - 1) < all.size() - 1) {
                notes.add(wording.say("series.ends", end));
            }
            if (reports.stream().anyMatch(report -> coverage.endsWithin(period(report)))) {
                notes.add(wording.say("series.partly", PARTLY, end));
            }
            if (reports.stream()
                    .anyMatch(report -> report.indicators().stream()
                            .anyMatch(indicator -> !coverage.isKnown(indicator, period(report))))) {
                notes.add(wording.say("series.blank"));
            }
        }
        if (reports.get(0).indicators().stream()
                .anyMatch(indicator ->
                        coverage.unmeasured(indicator, reports.get(0).get(indicator))
                                        .orElse(null)
                                == Unmeasured.NO_END)) {
            notes.add(wording.say("labelled", wording.say("unmeasured.no-end"), wording.say("unmeasured.no-end.why")));
        }
        return notes;
    }

    /** The places of the periods between the first record and the last; all of them if there is none. */
    private List<Integer> shown(List<KpiReport> reports) {
        RecordedSpan recorded = coverage.recorded().orElse(null);
        List<Integer> shown = IntStream.range(0, reports.size())
                .filter(i -> recorded != null && recorded.overlaps(period(reports.get(i))))
                .boxed()
                .toList();
        return shown.isEmpty() ? IntStream.range(0, reports.size()).boxed().toList() : shown;
    }

    private static InstantRange period(KpiReport report) {
        return report.terms().period();
    }

    private String label(KpiReport report) {
        String span = wording.shortSpan(period(report), report.terms().zone());
        return coverage.endsWithin(period(report)) ? span + PARTLY : span;
    }

    private String knownValue(KpiReport report, Indicator<?> indicator) {
        return coverage.isKnown(indicator, period(report)) ? said.value(indicator, report.get(indicator)) : "";
    }

    private boolean isDrawn(KpiReport report, Indicator<?> indicator) {
        return coverage.isKnown(indicator, period(report)) && said.isMeasured(indicator, report.get(indicator));
    }

    /** The changes as a table of its own, in the columns of the values. */
    private List<String> changes(
            List<String> labels, List<Assessment> assessments, List<KpiReport> reports, boolean areRows) {
        if (assessments.stream().allMatch(assessment -> assessment.comparison() == null)) {
            return List.of();
        }
        Grid grid = new Grid(wording.say("change"), names(reports.get(0)), labels);
        for (Assessment assessment : assessments) {
            Comparison comparison = assessment.comparison();
            grid.add(
                    comparison == null
                            ? Collections.nCopies(reports.get(0).indicators().size(), NOTHING)
                            : cells(
                                    comparison.now(),
                                    indicator -> said.change(comparison, indicator)
                                            .map(Change::brief)
                                            .orElse(NOTHING)));
        }
        return below(grid.table(areRows));
    }

    /** How far targets are attained as a table of its own, of the indicators that have any. */
    private List<String> targets(
            List<String> labels, List<Assessment> assessments, List<KpiReport> reports, boolean areRows) {
        List<Indicator<?>> targeted = reports.get(0).indicators().stream()
                .filter(indicator -> assessments.stream()
                        .anyMatch(assessment -> assessment.targets().containsKey(indicator.key())))
                .toList();
        if (targeted.isEmpty()) {
            return List.of();
        }
        TargetWording words = new TargetWording(wording, said);
        Grid grid = new Grid(
                wording.say("target.attainment"),
                targeted.stream().map(indicator -> wording.name(indicator)).toList(),
                labels);
        for (int i = 0; i < labels.size(); i++) {
            KpiReport report = reports.get(i);
            Assessment assessment = assessments.get(i);
            List<String> cells = new ArrayList<>();
            for (Indicator<?> indicator : targeted) {
                TargetResult result = assessment.targets().get(indicator.key());
                cells.add(words.brief(indicator, report.get(indicator), result));
            }
            grid.add(cells);
        }
        return below(grid.table(areRows));
    }

    /** Cells of indicators by groups or periods, which may be the columns or the rows; the last of the rows is the total. */
    private final class Grid {

        private final String corner;
        private final List<String> indicators;
        private final List<String> labels;
        private final List<List<String>> cells = new ArrayList<>();

        Grid(String corner, List<String> indicators, List<String> labels) {
            this.corner = corner;
            this.indicators = indicators;
            this.labels = labels;
        }

        /** Adds the cells of the next group or period, one for each indicator. */
        void add(List<String> ofIndicators) {
            cells.add(ofIndicators);
        }

        TextTable table(boolean areRows) {
            if (!areRows) {
                TextTable table = new TextTable(corner, indicators, style);
                for (int i = 0; i < labels.size(); i++) {
                    table.add(labels.get(i), cells.get(i));
                }
                return table;
            }
            TextTable table = TextTable.ofRowsWithTotal(corner, labels, style);
            for (int i = 0; i < indicators.size(); i++) {
                int indicator = i;
                table.add(
                        indicators.get(i),
                        cells.stream().map(row -> row.get(indicator)).toList());
            }
            return table;
        }
    }

    private static List<String> below(TextTable table) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines());
        return lines;
    }

    private List<String> names(KpiReport report) {
        return cells(report, indicator -> wording.name(indicator));
    }

    private static List<String> cells(KpiReport report, Function<Indicator<?>, String> cell) {
        return report.indicators().stream()
                .map(indicator -> requireNonNull(cell.apply(indicator)))
                .toList();
    }
}
