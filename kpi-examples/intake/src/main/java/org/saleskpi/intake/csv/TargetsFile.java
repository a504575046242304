package org.saleskpi.intake.csv;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Target;
import org.saleskpi.analysis.Targets;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.table.BrokenFileException;
import org.saleskpi.intake.table.CsvTable;
import org.saleskpi.intake.table.FileKind;
import org.saleskpi.intake.table.HeaderCheck;
import org.saleskpi.intake.table.Row;
import org.saleskpi.intake.table.TableForm;
import org.saleskpi.intake.table.WantedColumns;
import org.saleskpi.report.GroupKey;
import org.saleskpi.sales.Origin;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;
import org.saleskpi.value.Unit;

/**
 * A CSV file of targets: {@code indicator,period,group,at_least,at_most}, in the form of the CSV folder. The column of groups may
 * be missing; a row without a group is for the total. Immutable and thread-safe.
 */
public final class TargetsFile {

    /** The name that the file has in a CSV folder. */
    public static final String NAME = "targets.csv";

    private static final List<String> NEEDED = List.of("indicator", "period", "at_least", "at_most");
    private static final String GROUP = "group";

    /** What the periods of a calendar's own years begin with, of which it knows what is wrong. */
    private static final String OF_THE_CALENDAR = "FY";

    private static final WantedColumns COLUMNS = WantedColumns.of(NEEDED.toArray(String[]::new));
    private static final WantedColumns ALL_COLUMNS =
            WantedColumns.of("indicator", "period", GROUP, "at_least", "at_most");
    private static final Pattern NUMBER = Pattern.compile("(?<number>[+-]?\\d{1,30}(\\.\\d{1,30})?)(?<percent>\\s*%)?");

    private final List<Line> lines;

    private TargetsFile(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** A target of the total, and the group that it is for. */
    private record Line(Target target, @Nullable String group, Origin origin) {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @param catalogue the indicators that there are
     * @param calendar the calendar by whose years periods are named
     * @return the targets
     * @throws InvalidTargetsException if the file cannot be read, or something is wrong with a row
     */
    public static TargetsFile read(Path file, List<Indicator<?>> catalogue, SalesCalendar calendar)
            throws InvalidTargetsException {
        Reader reader = new Reader(catalogue, calendar);
        try {
            FileKind.check(file);
            try (CsvTable table = CsvTable.open(file, TableForm.STANDARD, ALL_COLUMNS, Progress.NONE)) {
                HeaderCheck.check(String.valueOf(file.getFileName()), table, COLUMNS);
                for (String column : table.columns()) {
                    if (!NEEDED.contains(column) && !column.equals(GROUP)) {
                        reader.fault(
                                Origin.of(String.valueOf(file.getFileName()), 1),
                                column,
                                "is an unknown column, expected " + String.join(", ", NEEDED) + " and perhaps "
                                        + GROUP);
                    }
                }
                for (Row row = table.next(); row != null; row = table.next()) {
                    reader.add(row);
                }
            }
        } catch (BrokenFileException e) {
            throw new InvalidTargetsException(List.of(e.line()));
        }
        return reader.finish();
    }

    private static final class Reader {

        private final List<Indicator<?>> catalogue;
        private final SalesCalendar calendar;
        private final List<Line> lines = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final Map<List<Object>, Origin> known = new HashMap<>();

        Reader(List<Indicator<?>> catalogue, SalesCalendar calendar) {
            this.catalogue = List.copyOf(catalogue);
            this.calendar = requireNonNull(calendar, "calendar");
        }

        void fault(Origin origin, String field, String reason) {
            faults.add(origin + ": " + field + ": " + reason);
        }

        void add(Row row) {
            Row.Fault fault = row.fault();
            if (fault != null) {
                fault(row.origin(), fault.field(), fault.reason());
                return;
            }
            int before = faults.size();
            Indicator<?> indicator = indicator(row);
            DateRange period = period(row);
            BigDecimal atLeast = indicator == null ? null : bound(row, "at_least", indicator);
            BigDecimal atMost = indicator == null ? null : bound(row, "at_most", indicator);
            if (indicator == null || period == null || faults.size() > before) {
                return;
            }
            if (atLeast == null && atMost == null) {
                fault(row.origin(), "at_least", "is missing, and so is at_most: expected at least one of the two");
                return;
            }
            if (atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0) {
                fault(
                        row.origin(),
                        "at_least",
                        "\"" + row.cell("at_least") + "\" is above at_most \"" + row.cell("at_most") + "\"");
                return;
            }
            String group = row.cell(GROUP);
            Origin first =
                    known.putIfAbsent(List.of(indicator.key(), period, Optional.ofNullable(group)), row.origin());
            if (first != null) {
                fault(
                        row.origin(),
                        "indicator",
                        "\"" + indicator.key() + "\" has a target for that period and group already, in " + first);
                return;
            }
            lines.add(new Line(target(indicator, period, atLeast, atMost), group, row.origin()));
        }

        private static Target target(
                Indicator<?> indicator, DateRange period, @Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {
            if (atLeast == null) {
                return Target.atMost(indicator, period, requireNonNull(atMost));
            }
            return atMost == null
                    ? Target.atLeast(indicator, period, atLeast)
                    : Target.between(indicator, period, atLeast, atMost);
        }

        private @Nullable Indicator<?> indicator(Row row) {
            String key = row.cell("indicator");
            if (key == null) {
                fault(row.origin(), "indicator", "is missing");
                return null;
            }
            for (Indicator<?> indicator : catalogue) {
                if (indicator.key().equals(key)) {
                    return indicator;
                }
            }
            fault(row.origin(), "indicator", "\"" + key + "\" is not the key of an indicator");
            return null;
        }

        private @Nullable DateRange period(Row row) {
            String text = row.cell("period");
            if (text == null) {
                fault(row.origin(), "period", "is missing");
                return null;
            }
            try {
                return calendar.parsePeriod(text);
            } catch (IllegalArgumentException e) {
                fault(
                        row.origin(),
                        "period",
                        text.startsWith(OF_THE_CALENDAR)
                                ? String.valueOf(e.getMessage())
                                : "\"" + text + "\" is not a period such as 2026-03, 2026-Q1, 2026 or FY2026-Q1");
                return null;
            }
        }

        private @Nullable BigDecimal bound(Row row, String field, Indicator<?> indicator) {
            String text = row.cell(field);
            if (text == null) {
                return null;
            }
            Matcher form = NUMBER.matcher(text);
            boolean isShare = isShare(indicator);
            if (!form.matches() || (form.group("percent") != null && !isShare)) {
                fault(
                        row.origin(),
                        field,
                        "\"" + text + "\" is not a number"
                                + (isShare ? ", expected one such as 0.25 or 25 %" : " with a point as decimal mark"));
                return null;
            }
            BigDecimal number = new BigDecimal(form.group("number"));
            return form.group("percent") == null ? number : number.movePointLeft(2);
        }

        private static boolean isShare(Indicator<?> indicator) {
            return indicator.unit() == Unit.RATE
                    || indicator.formula() instanceof Formula.DividedAmounts
                    || indicator.formula() instanceof Formula.NetRetained;
        }

        TargetsFile finish() throws InvalidTargetsException {
            if (!faults.isEmpty()) {
                throw new InvalidTargetsException(faults);
            }
            return new TargetsFile(lines);
        }
    }

    /**
     * Tells whether a target is for a group.
     *
     * @return true if any row has one
     */
    public boolean hasGroups() {
        return lines.stream().anyMatch(line -> line.group() != null);
    }

    /**
     * Returns the targets of the total.
     *
     * @return those of the rows without a group
     */
    public Targets ofTotal() {
        return Targets.of(lines.stream()
                .filter(line -> line.group() == null)
                .map(Line::target)
                .toList());
    }

    /**
     * Returns the targets of the total and of the groups by one dimension.
     *
     * @param keys the keys of the dimension that there are
     * @return the targets of all rows
     * @throws InvalidTargetsException if the group of a row is none of the keys
     */
    public Targets ofGroups(Collection<String> keys) throws InvalidTargetsException {
        List<String> unknown = lines.stream()
                .filter(line -> line.group() != null && !keys.contains(line.group()))
                .map(line -> line.origin() + ": group: \"" + line.group() + "\" is not a key of what is grouped by")
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidTargetsException(unknown);
        }
        return Targets.of(lines.stream()
                .map(line ->
                        line.group() == null ? line.target() : line.target().forGroup(GroupKey.of(line.group())))
                .toList());
    }
}
