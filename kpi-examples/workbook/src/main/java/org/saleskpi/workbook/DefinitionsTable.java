package org.saleskpi.workbook;

import java.util.ArrayList;
import java.util.List;
import org.saleskpi.analysis.EndlessCovers;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.CoverageWording;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.RecordType;

/** Plans the table of what the numbers mean. */
final class DefinitionsTable {

    private final ReportContext context;
    private final Wording wording;

    DefinitionsTable(ReportContext context) {
        this.context = context;
        this.wording = context.wording();
    }

    Table table(String sheet, String title, KpiReport report) {
        List<String> headers = List.of(
                wording.say("indicator"),
                wording.say("definition"),
                wording.say("unit"),
                wording.say("additive"),
                wording.say("key"));
        List<Indicator<?>> indicators = report.indicators();
        return new Table(sheet, "Definitions", headers, indicators.size(), row -> {
                    Indicator<?> indicator = indicators.get(row);
                    return List.of(
                            Cell.text(wording.name(indicator)),
                            Cell.prose(wording.definition(indicator)),
                            Cell.text(ValueCells.unit(report.get(indicator), wording)),
                            Cell.text(indicator.additiveOverPeriods() ? wording.say("yes") : wording.say("no")),
                            Cell.text(indicator.key()));
                })
                .linesAbove(List.of(List.of(new Table.StyledCell(Cell.text(title), CellRole.TITLE))))
                .notes(notes());
    }

    private List<List<Cell>> notes() {
        List<List<Cell>> notes = new ArrayList<>();
        note(notes, wording.say("note.rate"), wording.say("note.rate.text"));
        note(notes, wording.say("note.open"), wording.say("note.open.text"));
        note(notes, wording.say("note.decided"), wording.say("note.decided.text"));
        note(notes, wording.say("note.ceiling"), wording.say("note.ceiling.text"));
        note(notes, wording.say("note.entered"), wording.say("note.entered.text"));
        note(notes, wording.say("note.in-force"), wording.say("note.in-force.text"));
        note(notes, wording.say("note.means"), wording.say("note.means.text"));
        note(notes, wording.say("note.adding"), wording.say("note.adding.text"));
        note(notes, wording.say("total"), wording.say("note.total.text"));
        note(notes, wording.say("note.empty"), wording.say("note.empty.text"));
        note(notes, wording.say("note.year-before"), wording.say("note.year-before.text"));
        note(notes, wording.say("change"), wording.say("note.change.text"));
        note(notes, wording.say("note.unmeasured"), wording.say("note.unmeasured.text"));
        EndlessCovers covers = context.coverage().covers();
        note(
                notes,
                wording.say("note.endless"),
                wording.say(
                        "note.endless.text",
                        covers.endless() == 0
                                ? wording.say("note.endless.none")
                                : wording.say(
                                        "endless-covers",
                                        wording.whole(covers.endless()),
                                        wording.whole(covers.covered()))));
        CoverageWording records = new CoverageWording(context.coverage(), wording);
        for (RecordType type : RecordType.values()) {
            if (type != RecordType.EXCHANGE_RATE) {
                note(
                        notes,
                        wording.say("labelled", wording.say("records"), records.name(type)),
                        records.recorded(type, context.question().history().zone()));
            }
        }
        return notes;
    }

    private static void note(List<List<Cell>> notes, String label, String text) {
        notes.add(List.of(Cell.text(label), Cell.prose(text)));
    }
}
