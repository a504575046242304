package org.saleskpi.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.jackson.form.AnalysisJson;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.value.Interval;
import org.saleskpi.value.Rate;
import org.saleskpi.value.ValuePart;

/** Shows how long it takes to win customers: counts, quantiles, shares within days, and the survival curve. */
final class CycleView implements AnalysisView<Cycle> {

    private static final List<Integer> PERCENTS = List.of(25, 50, 75);

    private final List<Integer> within;

    /** A view that gives the share won within some numbers of days. */
    CycleView(List<Integer> within) {
        this.within = List.copyOf(within);
    }

    @Override
    public String name() {
        return "cycle";
    }

    @Override
    public ReportTerms terms(Cycle cycle) {
        return cycle.terms();
    }

    @Override
    public boolean hasAmounts() {
        return false;
    }

    private static String losses(Cycle cycle) {
        return cycle.losses().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void properties(Cycle cycle, AnalysisJson json) {
        json.cycle(cycle, within);
    }

    private static OptionalLong quantile(Cycle cycle, int percent) {
        return cycle.quantile(percent / 100.0);
    }

    @Override
    public List<String> columns() {
        return List.of(
                "losses",
                "days",
                "atRisk",
                "converted",
                "lost",
                "censored",
                "survival",
                "standardError",
                "low",
                "high");
    }

    @Override
    public List<List<@Nullable Object>> rows(Cycle cycle) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Cycle.Point point : cycle.curve()) {
            Interval limits = point.limits();
            rows.add(Arrays.asList(
                    losses(cycle),
                    point.days(),
                    point.atRisk(),
                    point.converted(),
                    point.lost(),
                    point.censored(),
                    point.survival(),
                    point.standardError(),
                    limits == null ? null : limits.lower(),
                    limits == null ? null : limits.upper()));
        }
        return rows;
    }

    @Override
    public List<String> lines(Cycle cycle, Wording wording, TextStyle style) {
        List<String> lines = new ArrayList<>();
        TextTable table = new TextTable("", names(wording), style);
        table.add(wording.say("value"), values(cycle, wording));
        table.add(wording.say("decided"), rateParts(cycle, wording, ValuePart.DECIDED));
        table.add(wording.say("ceiling"), rateParts(cycle, wording, ValuePart.CEILING));
        lines.addAll(table.lines());
        lines.add("");
        if (cycle.count() > 0) {
            lines.add(style.heading(wording.say("cycle.curve")));
            lines.add("");
            new SurvivalChart(cycle, wording).lines().forEach(line -> lines.add(style.charts(line)));
            lines.add("");
        }
        DisplayText.wrap(wording.say("losses." + losses(cycle)), TextTable.SCREEN)
                .forEach(line -> lines.add(style.note(line)));
        return lines;
    }

    /** The names of the rows, in the order of {@link #values}. */
    private List<String> names(Wording wording) {
        List<String> names = new ArrayList<>(List.of(
                wording.say("analysis.customers"),
                wording.say("cycle.converted"),
                wording.say("cycle.lost"),
                wording.say("cycle.open")));
        PERCENTS.forEach(percent -> names.add(wording.say("cycle.quantile", wording.whole(percent))));
        within.forEach(days -> names.add(wording.say("cycle.within", wording.whole(days))));
        return names;
    }

    private List<String> values(Cycle cycle, Wording wording) {
        List<String> values = new ArrayList<>(List.of(
                wording.whole(cycle.count()),
                wording.whole(cycle.converted()),
                wording.whole(cycle.lost()),
                wording.whole(cycle.open())));
        for (int percent : PERCENTS) {
            OptionalLong days = quantile(cycle, percent);
            values.add(
                    days.isPresent()
                            ? wording.say("days", wording.whole(days.getAsLong()))
                            : cycle.count() == 0 ? "–" : wording.say("cycle.not-reached"));
        }
        within.forEach(days -> values.add(cycle.within(days).format(wording.locale())));
        return values;
    }

    /** What rates say beside their value; nothing in the other rows. */
    private List<String> rateParts(Cycle cycle, Wording wording, ValuePart part) {
        List<String> cells = new ArrayList<>();
        while (cells.size() < names(wording).size() - within.size()) {
            cells.add("");
        }
        for (int days : within) {
            Rate rate = cycle.within(days);
            cells.add(rate.format(wording.locale(), part));
        }
        return cells;
    }

    @Override
    public List<String> lines(GroupedAnalysis<Cycle> groups, Wording wording, TextStyle style) {
        TextTable table =
                new TextTable(wording.say("by", wording.dimensions(groups.dimensions())), names(wording), style);
        groups.groups().forEach(group -> table.add(wording.key(group.key()), values(group.analysis(), wording)));
        table.add(wording.say("total"), values(groups.total(), wording));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        DisplayText.wrap(wording.say("losses." + losses(groups.total())), TextTable.SCREEN)
                .forEach(line -> lines.add(style.note(line)));
        return lines;
    }
}
