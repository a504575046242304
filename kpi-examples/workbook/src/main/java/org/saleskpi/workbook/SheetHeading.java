package org.saleskpi.workbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.saleskpi.output.wording.CoverageWording;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.report.Scope;
import org.saleskpi.time.InstantRange;

/** What stands above a table: its title, and what its numbers depend on beside the facts. */
final class SheetHeading {

    private static final String SEPARATOR = "  ·  ";

    /** In characters: less than a page of A4 holds in the letters of a wide table. */
    private static final int WIDTH_OF_NOTES = 150;

    private final ReportTerms terms;
    private final ReportContext context;
    private final Wording wording;

    SheetHeading(ReportTerms terms, ReportContext context) {
        this.terms = terms;
        this.context = context;
        this.wording = context.wording();
    }

    /** The terms as labelled cells, side by side so that little room is lost to them, and notes below them. */
    List<List<Table.StyledCell>> block(String title, List<String> notes) {
        List<Table.StyledCell> labels = new ArrayList<>();
        List<Table.StyledCell> values = new ArrayList<>();
        ZoneId zone = terms.zone();
        add(labels, values, wording.say("period"), Cell.text(wording.span(terms.period(), zone)));
        add(labels, values, wording.say("first-day"), first(terms.period(), zone));
        add(labels, values, wording.say("last-day"), last(terms.period(), zone));
        add(labels, values, wording.say("currency"), Cell.text(terms.currency().getCode()));
        Instant asOf = terms.asOf();
        if (asOf != null) {
            LocalDateTime moment = asOf.atZone(zone).toLocalDateTime();
            add(labels, values, wording.say("as-of"), Cell.moment(moment));
        }
        add(labels, values, wording.say("time-zone"), Cell.text(zone.getId()));
        // Last, so that a long text has room.
        String records = new CoverageWording(context.coverage(), wording).recorded(zone);
        add(labels, values, wording.say("records"), Cell.text(records));
        List<List<Table.StyledCell>> lines = new ArrayList<>(List.of(title(title), labels, values));
        if (!terms.scope().equals(Scope.ALL)) {
            addNote(lines, filters());
        }
        notes.forEach(note -> addNote(lines, note));
        return lines;
    }

    private static void add(List<Table.StyledCell> labels, List<Table.StyledCell> values, String label, Cell value) {
        labels.add(new Table.StyledCell(Cell.text(label), CellRole.LABEL));
        values.add(new Table.StyledCell(value, CellRole.TERM));
    }

    /** The terms in one line of text, and notes in another if there are any. */
    List<List<Table.StyledCell>> line(String title, List<String> notes) {
        List<String> parts = new ArrayList<>();
        parts.add(wording.span(terms.period(), terms.zone()));
        parts.add(terms.zone().getId());
        parts.add(terms.currency().getCode());
        Instant asOf = terms.asOf();
        if (asOf != null) {
            parts.add(wording.say("as-of.inline", wording.moment(asOf.atZone(terms.zone()))));
        }
        if (!terms.scope().equals(Scope.ALL)) {
            parts.add(filters());
        }
        String text = String.join(SEPARATOR, parts);
        List<List<Table.StyledCell>> lines =
                new ArrayList<>(List.of(title(title), List.of(new Table.StyledCell(Cell.text(text), CellRole.LABEL))));
        if (!notes.isEmpty()) {
            addNote(lines, String.join(SEPARATOR, notes));
        }
        return lines;
    }

    /** A text that runs over into the columns after it would be cut where the page ends. */
    private static void addNote(List<List<Table.StyledCell>> lines, String note) {
        DisplayText.wrap(note, WIDTH_OF_NOTES)
                .forEach(line -> lines.add(List.of(new Table.StyledCell(Cell.text(line), CellRole.TERM))));
    }

    private static List<Table.StyledCell> title(String title) {
        return List.of(new Table.StyledCell(Cell.text(title), CellRole.TITLE));
    }

    private String filters() {
        return wording.say("only.list", String.join(", ", wording.conditions(terms.scope())));
    }

    /** The first day of a period; its start where that is not the start of a day. */
    static Cell first(InstantRange period, ZoneId zone) {
        ZonedDateTime start = period.startInclusive().atZone(zone);
        return isStartOfDay(start) ? Cell.date(start.toLocalDate()) : Cell.moment(start.toLocalDateTime());
    }

    /** The last day of a period; its end where that is not the start of a day. */
    static Cell last(InstantRange period, ZoneId zone) {
        ZonedDateTime end = period.endExclusive().atZone(zone);
        if (!isStartOfDay(end)) {
            return Cell.moment(end.toLocalDateTime());
        }
        // The day before may be one that the zone skipped.
        LocalDate last = period.endExclusive().minusNanos(1).atZone(zone).toLocalDate();
        return Cell.date(last);
    }

    private static boolean isStartOfDay(ZonedDateTime time) {
        return time.equals(time.toLocalDate().atStartOfDay(time.getZone()));
    }
}
