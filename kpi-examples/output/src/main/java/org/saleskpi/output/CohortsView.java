package org.saleskpi.output;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Cohorts;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.jackson.form.AnalysisJson;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Rate;

/** Shows the retention triangle: a row for each cohort, shaded by the share that is in force, and what it signed. */
final class CohortsView implements AnalysisView<Cohorts> {

    private static final String SHADES = "░▒▓█";

    /** A shade, three digits, and a space before them. */
    private static final int CELL = 5;

    @Override
    public String name() {
        return "cohorts";
    }

    @Override
    public ReportTerms terms(Cohorts cohorts) {
        return cohorts.terms();
    }

    @Override
    public boolean hasAmounts() {
        return true;
    }

    @Override
    public boolean followsCustomers() {
        return true;
    }

    private static String unit(Cohorts cohorts) {
        return cohorts.unit().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void properties(Cohorts cohorts, AnalysisJson json) {
        json.cohorts(cohorts);
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("unit", "cohort.from", "cohort.customers", "column"));
        columns.addAll(CsvFile.rateColumns("retention"));
        columns.addAll(List.of("revenue.amount", "revenue.currency"));
        return columns;
    }

    @Override
    public List<List<@Nullable Object>> rows(Cohorts cohorts) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Cohorts.Cohort cohort : cohorts.cohorts()) {
            for (int column = 0; column < cohort.cells().size(); column++) {
                Cohorts.Cell cell = cohort.cells().get(column);
                List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                        unit(cohorts),
                        CsvFile.bound(
                                cohort.period().startInclusive(),
                                cohorts.terms().zone()),
                        cohort.customers(),
                        column));
                row.addAll(CsvFile.rateCells(cell.retention()));
                row.add(cell.revenue().money().getAmount());
                row.add(cell.revenue().currency().getCode());
                rows.add(row);
            }
        }
        return rows;
    }

    @Override
    public List<String> lines(Cohorts cohorts, Wording wording, TextStyle style) {
        List<String> lines = new ArrayList<>();
        heading(wording.say("cohorts.retention", wording.name(cohorts.unit())), lines, style);
        triangle(cohorts, lines, wording, style);
        lines.add("");
        heading(
                wording.say(
                        "cohorts.revenue",
                        wording.name(cohorts.unit()),
                        cohorts.terms().currency().getCode()),
                lines,
                style);
        TextTable table = new TextTable(wording.name(cohorts.unit()), names(cohorts, wording), style);
        for (int column = 0; column < most(cohorts); column++) {
            table.add(wording.whole(column), revenue(cohorts, column, wording));
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static void heading(String text, List<String> lines, TextStyle style) {
        DisplayText.wrap(text, TextTable.SCREEN).forEach(line -> lines.add(style.heading(line)));
        lines.add("");
    }

    /** The rows until what is known ends. */
    private static List<Cohorts.Cohort> known(Cohorts cohorts) {
        return cohorts.cohorts().stream()
                .filter(cohort -> cohort.customers() > 0 || !cohort.cells().isEmpty())
                .toList();
    }

    private static List<String> names(Cohorts cohorts, Wording wording) {
        return known(cohorts).stream()
                .map(cohort ->
                        wording.shortSpan(cohort.period(), cohorts.terms().zone()))
                .toList();
    }

    /** How many columns the longest row has. */
    private static int most(Cohorts cohorts) {
        return cohorts.cohorts().get(0).cells().size();
    }

    /** The triangle, as panels below one another where it is too wide for one screen. */
    private static void triangle(Cohorts cohorts, List<String> lines, Wording wording, TextStyle style) {
        List<String> names = names(cohorts, wording);
        List<String> sizes = known(cohorts).stream()
                .map(cohort -> wording.whole(cohort.customers()))
                .toList();
        String corner = wording.name(cohorts.unit());
        int nameWidth = Math.max(DisplayText.width(corner), DisplayText.widest(names));
        int sizeWidth = Math.max(1, DisplayText.widest(sizes));
        int columns = (style.columns() - nameWidth - 1 - sizeWidth) / CELL;
        int from = 0;
        do {
            int to = Math.min(most(cohorts), from + columns);
            StringBuilder header = new StringBuilder(DisplayText.padEnd(corner, nameWidth))
                    .append(DisplayText.padStart("n", 1 + sizeWidth));
            for (int column = from; column < to; column++) {
                header.append(DisplayText.padStart(wording.whole(column), CELL));
            }
            lines.add(style.heading(header.toString()));
            lines.add(style.note(TextTable.rule(nameWidth + 1 + sizeWidth + (to - from) * CELL)));
            for (int row = 0; row < names.size(); row++) {
                StringBuilder line = new StringBuilder(DisplayText.padEnd(names.get(row), nameWidth))
                        .append(DisplayText.padStart(sizes.get(row), 1 + sizeWidth));
                List<Cohorts.Cell> cells = known(cohorts).get(row).cells();
                for (int column = from; column < Math.min(to, cells.size()); column++) {
                    line.append(' ').append(cell(cells.get(column).retention()));
                }
                lines.add(style.charts(line.toString()));
            }
            from = to;
            if (from < most(cohorts)) {
                lines.add("");
            }
        } while (from < most(cohorts));
    }

    /** A shade and the percentage; a dash where nobody was won. */
    private static String cell(Rate retention) {
        if (retention.value().isEmpty()) {
            return DisplayText.padStart("–", CELL - 1);
        }
        double share = retention.value().getAsDouble();
        int shade = (int) Math.min(SHADES.length() - 1, share * SHADES.length());
        return SHADES.charAt(shade) + DisplayText.padStart(String.valueOf(Math.round(share * 100)), CELL - 2);
    }

    private static List<String> revenue(Cohorts cohorts, int column, Wording wording) {
        return known(cohorts).stream()
                .map(cohort -> column < cohort.cells().size()
                        ? wording.whole(wholeUnits(cohort.cells().get(column).revenue()))
                        : "")
                .toList();
    }

    /** An amount without its decimals: a triangle of them is read as a whole. */
    private static long wholeUnits(Amount amount) {
        return amount.money().getAmount().setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    @Override
    public List<String> lines(GroupedAnalysis<Cohorts> groups, Wording wording, TextStyle style) {
        List<String> lines = new ArrayList<>();
        for (GroupedAnalysis.Group<Cohorts> group : groups.groups()) {
            lines.add(style.heading(wording.key(group.key())));
            lines.add("");
            lines.addAll(lines(group.analysis(), wording, style));
            lines.add("");
        }
        lines.add(style.heading(wording.say("total")));
        lines.add("");
        lines.addAll(lines(groups.total(), wording, style));
        return lines;
    }
}
