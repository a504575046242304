package org.saleskpi.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.jackson.form.AnalysisJson;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.FunnelWording;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.value.Days;
import org.saleskpi.value.ValuePart;

/** Shows a funnel: a row for each stage, with bars as wide as the share of the cohort that came so far. */
final class FunnelView implements AnalysisView<Funnel> {

    private static final int BAR = 10;

    /** A bar ends with a part of a block. */
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    @Override
    public String name() {
        return "funnel";
    }

    @Override
    public ReportTerms terms(Funnel funnel) {
        return funnel.terms();
    }

    @Override
    public boolean hasAmounts() {
        return false;
    }

    @Override
    public void properties(Funnel funnel, AnalysisJson json) {
        json.funnel(funnel);
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("key", "customers", "skipped"));
        columns.addAll(CsvFile.rateColumns("step"));
        columns.addAll(CsvFile.rateColumns("fromFirst"));
        columns.addAll(List.of("days.count", "days.totalDays", "days.meanDays", "days.medianDays", "bottleneck"));
        return columns;
    }

    @Override
    public List<List<@Nullable Object>> rows(Funnel funnel) {
        String bottleneck = funnel.bottleneck().map(Funnel.Stage::key).orElse(null);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Funnel.Stage stage : funnel.stages()) {
            Days days = stage.days();
            List<@Nullable Object> row = new ArrayList<>();
            Collections.addAll(row, stage.key(), stage.customers(), stage.skipped());
            row.addAll(CsvFile.rateCells(stage.step()));
            row.addAll(CsvFile.rateCells(stage.fromFirst()));
            Collections.addAll(
                    row,
                    days.count(),
                    days.total(),
                    CsvFile.number(days.mean()),
                    CsvFile.number(days.median()),
                    bottleneck);
            rows.add(row);
        }
        return rows;
    }

    @Override
    public List<String> lines(Funnel funnel, Wording wording, TextStyle style) {
        FunnelWording said = new FunnelWording(funnel, wording);
        TextTable table = new TextTable(wording.say("funnel.stage"), names(funnel, wording), style);
        table.add("", cells(funnel, stage -> bar(stage.fromFirst().value())));
        table.add(wording.say("analysis.customers"), cells(funnel, stage -> wording.whole(stage.customers())));
        table.add(wording.say("funnel.skipped"), cells(funnel, stage -> wording.whole(stage.skipped())));
        table.add(
                wording.say("funnel.from-first"),
                cells(funnel, stage -> stage.fromFirst().format(wording.locale())));
        table.add(wording.say("funnel.step"), cells(funnel, stage -> said.step(stage, ValuePart.VALUE)));
        if (said.hasMisses()) {
            table.add(wording.say("funnel.decided"), cells(funnel, stage -> said.step(stage, ValuePart.DECIDED)));
        }
        table.add(wording.say("median"), cells(funnel, stage -> wording.median(stage.days())));
        List<String> lines = new ArrayList<>();
        table.lines().forEach(line -> lines.add(style.charts(line)));
        lines.add("");
        DisplayText.wrap(said.bottleneck(), TextTable.SCREEN).forEach(lines::add);
        DisplayText.wrap(said.columns(), TextTable.SCREEN).forEach(line -> lines.add(style.note(line)));
        return lines;
    }

    private static List<String> names(Funnel funnel, Wording wording) {
        return cells(funnel, stage -> wording.stage(stage.key()));
    }

    private static List<String> cells(Funnel funnel, Function<Funnel.Stage, String> cell) {
        return funnel.stages().stream().map(cell).toList();
    }

    /** A bar of blocks, padded to the width of the widest. */
    private static String bar(OptionalDouble share) {
        int eighths = (int) Math.round(share.orElse(0) * BAR * EIGHTHS.length());
        String blocks = "█".repeat(eighths / EIGHTHS.length());
        String rest = eighths % EIGHTHS.length() == 0 ? "" : String.valueOf(EIGHTHS.charAt(eighths % EIGHTHS.length()));
        return DisplayText.padEnd(blocks + rest, BAR);
    }

    @Override
    public List<String> lines(GroupedAnalysis<Funnel> groups, Wording wording, TextStyle style) {
        TextTable table = new TextTable(
                wording.say("by", wording.dimensions(groups.dimensions())), names(groups.total(), wording), style);
        groups.groups().forEach(group -> table.add(wording.key(group.key()), shares(group.analysis(), wording)));
        table.add(wording.say("total"), shares(groups.total(), wording));
        return table.lines();
    }

    private static List<String> shares(Funnel funnel, Wording wording) {
        return cells(
                funnel,
                stage -> wording.say(
                        "analysis.count-and-share",
                        wording.whole(stage.customers()),
                        stage.fromFirst().format(wording.locale())));
    }
}
