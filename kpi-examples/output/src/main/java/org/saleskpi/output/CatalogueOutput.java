package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.jackson.form.AnalysisJson;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Wording;

/**
 * What indicators there are, to be written: as text to read, as JSON for programs, as CSV for spreadsheets. Immutable and
 * thread-safe.
 *
 * <p>Of each: its key, name and definition, what it is about, its formula, the unit of its number, which way is better, and whether
 * the answers of consecutive periods add up.
 */
public final class CatalogueOutput {

    private static final int INDENT = 2;

    private final List<Indicator<?>> indicators;
    private final Locale locale;

    private CatalogueOutput(List<? extends Indicator<?>> indicators, Locale locale) {
        this.indicators = List.copyOf(indicators);
        this.locale = requireNonNull(locale, "locale");
    }

    /**
     * Creates the list of some indicators.
     *
     * @param indicators the indicators, in order; your own too
     * @param locale the language of names, definitions and formulas
     * @return the list
     */
    public static CatalogueOutput of(List<? extends Indicator<?>> indicators, Locale locale) {
        return new CatalogueOutput(requireNonNull(indicators, "indicators"), locale);
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
            json.writeArrayPropertyStart("indicators");
            for (Indicator<?> indicator : indicators) {
                json.writeStartObject();
                new AnalysisJson(json).indicator(indicator, locale);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /**
     * Writes a table with a row for each indicator.
     *
     * @param dialect how to separate cells
     * @param out takes the bytes; it is left open
     * @throws IOException if it cannot be written
     */
    public void writeCsv(CsvDialect dialect, OutputStream out) throws IOException {
        CsvFile.write(out, dialect, csv -> {
            csv.writeRecord(
                    "key", "name", "definition", "population", "formula", "unit", "direction", "additiveOverPeriods");
            for (Indicator<?> indicator : indicators) {
                csv.writeRecord(
                        CsvFile.guarded(indicator.key()),
                        CsvFile.guarded(indicator.name(locale)),
                        CsvFile.guarded(indicator.definition(locale)),
                        CsvFile.guarded(indicator.population(locale)),
                        CsvFile.guarded(indicator.formula(locale)),
                        AnalysisJson.word(indicator.unit()),
                        AnalysisJson.word(indicator.direction()),
                        String.valueOf(indicator.additiveOverPeriods()));
            }
        });
    }

    /**
     * Writes text for a person to read, at most 80 columns wide.
     *
     * @param style how headings and notes are set off
     * @param out takes the bytes; it is left open
     * @throws IOException if it cannot be written
     */
    public void writeText(TextStyle style, OutputStream out) throws IOException {
        Wording wording = new Wording(locale);
        List<String> lines = new ArrayList<>();
        for (Indicator<?> indicator : indicators) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(style.heading(DisplayText.oneLine(indicator.key())) + "  "
                    + DisplayText.oneLine(wording.name(indicator)));
            lines(wording.definition(indicator)).forEach(lines::add);
            lines(wording.set(indicator.population(locale))).forEach(line -> lines.add(style.note(line)));
            lines("= " + wording.set(indicator.formula(locale))).forEach(line -> lines.add(style.note(line)));
        }
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> lines(String text) {
        return DisplayText.wrap(DisplayText.oneLine(text), TextTable.SCREEN - INDENT).stream()
                .map(line -> " ".repeat(INDENT) + line)
                .toList();
    }
}
