package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Finding;
import org.saleskpi.analysis.Findings;
import org.saleskpi.jackson.form.AnalysisJson;
import org.saleskpi.jackson.form.JsonProperties;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.RecordWording;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;

/**
 * What is suspicious in a history, to be written: as text to read, as JSON for programs, as CSV for spreadsheets.
 *
 * <pre>{@code
 * ByteArrayOutputStream json = new ByteArrayOutputStream();
 * FindingsOutput.of(history).writeJson(json);
 * assert json.toString().contains("\"untouched-prospect\"");
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class FindingsOutput {

    /** How many records of a finding text shows. */
    private static final int SHOWN = 3;

    private final SalesHistory history;
    private final Findings findings;

    private FindingsOutput(SalesHistory history) {
        this.history = history;
        this.findings = Findings.of(history);
    }

    /**
     * Looks through a history, or a view of one.
     *
     * @param history the records
     * @return what is suspicious in it
     */
    public static FindingsOutput of(SalesHistory history) {
        return new FindingsOutput(requireNonNull(history, "history"));
    }

    /**
     * Writes a JSON document.
     *
     * @param out takes the bytes; it is left open
     * @throws IOException if it cannot be written
     */
    public void writeJson(OutputStream out) throws IOException {
        JsonFile.write(out, json -> {
            json.writeStartObject();
            new JsonProperties(json).text("asOf", asOf()).setAside(history.setAside());
            new AnalysisJson(json).findings(findings);
            json.writeEndObject();
        });
    }

    /**
     * Writes a table with a row for each record.
     *
     * @param dialect how to separate cells
     * @param out takes the bytes; it is left open
     * @throws IOException if it cannot be written
     */
    public void writeCsv(CsvDialect dialect, OutputStream out) throws IOException {
        String asOf = asOf();
        CsvFile.write(out, dialect, csv -> {
            csv.writeRecord("asOf", "key", "count", "of", "type", "id", "origin");
            for (Finding finding : findings.findings()) {
                for (SalesRecord record : finding.records()) {
                    csv.writeRecord(
                            CsvFile.cell(asOf, dialect),
                            finding.kind().key(),
                            CsvFile.cell(finding.records().size(), dialect),
                            CsvFile.cell(finding.of(), dialect),
                            word(record.type()),
                            CsvFile.cell(record.id(), dialect),
                            CsvFile.cell(origin(record), dialect));
                }
            }
        });
    }

    /**
     * Writes text for a person to read, at most 80 columns wide, with the first records of each finding.
     *
     * @param locale the language
     * @param style how headings and notes are set off
     * @param out takes the bytes; it is left open
     * @throws IOException if it cannot be written
     */
    public void writeText(Locale locale, TextStyle style, OutputStream out) throws IOException {
        Wording wording = new Wording(requireNonNull(locale, "locale"));
        List<String> lines = new ArrayList<>();
        Instant asOf = findings.asOf();
        if (asOf != null) {
            new TextHeading(wording, style)
                    .line(lines, wording.say("as-of"), wording.moment(asOf.atZone(history.zone())));
            lines.add("");
        }
        for (Finding finding : findings.findings()) {
            lines(finding, wording, style, lines);
            lines.add("");
        }
        lines.add(wording.say(findings.findings().isEmpty() ? "findings.none" : "findings.nothing-repaired"));
        wording.setAside(history)
                .ifPresent(
                        note -> DisplayText.wrap(note, TextTable.SCREEN).forEach(line -> lines.add(style.note(line))));
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void lines(Finding finding, Wording wording, TextStyle style, List<String> lines) {
        String counts =
                wording.say("findings.count", wording.whole(finding.records().size()), wording.whole(finding.of()));
        String key = finding.kind().key();
        lines.add(style.heading(wording.say("finding.titled." + key, key) + "  " + counts));
        DisplayText.wrap(wording.finding(finding.kind()), TextTable.SCREEN).forEach(lines::add);
        for (SalesRecord record :
                finding.records().subList(0, Math.min(SHOWN, finding.records().size()))) {
            String name = new RecordWording(wording).of(record);
            String text = record.origin() == null ? name : DisplayText.oneLine(name + " (" + record.origin() + ")");
            DisplayText.wrap(text, TextTable.SCREEN - 2).forEach(line -> lines.add(style.note("  " + line)));
        }
        if (finding.records().size() > SHOWN) {
            lines.add(style.note("  "
                    + wording.say(
                            "findings.more", wording.whole(finding.records().size() - SHOWN))));
        }
    }

    private @Nullable String asOf() {
        Instant asOf = findings.asOf();
        return asOf == null ? null : asOf.toString();
    }

    private static @Nullable String origin(SalesRecord record) {
        return record.origin() == null ? null : record.origin().toString();
    }

    private static String word(RecordType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
