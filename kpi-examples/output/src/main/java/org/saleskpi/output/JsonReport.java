package org.saleskpi.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.saleskpi.jackson.form.JsonProperties;
import org.saleskpi.jackson.form.ReportJson;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.RecordType;
import tools.jackson.core.JsonGenerator;

/**
 * Reports as JSON: exact counts, amounts as text with the currency's decimals, rates and days as the nearest doubles, and
 * null for what is undefined.
 *
 * <pre>{@code
 * ByteArrayOutputStream json = new ByteArrayOutputStream();
 * new JsonReport().write(Question.of(kpis, DateRange.month(2026, 3)), json);
 * assert json.toString().contains("\"proposal-acceptance-rate\"");
 * }</pre>
 */
public final class JsonReport implements ReportWriter {

    /** Creates a writer. */
    public JsonReport() {}

    @Override
    public void write(Question question, OutputStream out) throws IOException {
        write(question.answers(), question.history().setAside(), out);
    }

    /**
     * Writes answers, of which nothing says what a lenient build of their history set aside.
     *
     * @param answers the answers
     * @param out takes the bytes; it is left open
     * @throws IOException if the answers cannot be written
     */
    public void write(Answers answers, OutputStream out) throws IOException {
        write(answers, Map.of(), out);
    }

    static void write(Answers answers, Map<RecordType, Integer> setAside, OutputStream out) throws IOException {
        JsonFile.write(out, json -> write(answers, setAside, json));
    }

    private static void write(Answers answers, Map<RecordType, Integer> setAside, JsonGenerator json) {
        if (answers.isGrouped()) {
            json.writeStartObject();
            new JsonProperties(json).texts("by", answers.dimensions());
            if (answers.isCut()) {
                json.writeNumberProperty("groupsInAll", answers.groupsInAll());
            }
            new JsonProperties(json).setAside(setAside);
            json.writeArrayPropertyStart("groups");
            for (Answers.Group group : answers.groups()) {
                json.writeStartObject();
                new JsonProperties(json).key(group.key());
                json.writeName(answers.isSeries() ? "series" : "report");
                reports(json, group.reports(), group.assessments(), answers.isSeries());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeName("total");
            reports(json, answers.total(), answers.assessments(), answers.isSeries());
            json.writeEndObject();
        } else if (answers.isSeries()) {
            json.writeStartObject();
            new JsonProperties(json).setAside(setAside);
            json.writeName("series");
            reports(json, answers.total(), answers.assessments(), true);
            json.writeEndObject();
        } else {
            report(json, answers.total().get(0), answers.assessments().get(0), setAside);
        }
    }

    private static void reports(
            JsonGenerator json, List<KpiReport> reports, List<Assessment> assessments, boolean asList) {
        if (asList) {
            json.writeStartArray();
        }
        for (int i = 0; i < reports.size(); i++) {
            report(json, reports.get(i), assessments.get(i), Map.of());
        }
        if (asList) {
            json.writeEndArray();
        }
    }

    private static void report(
            JsonGenerator json, KpiReport report, Assessment assessment, Map<RecordType, Integer> setAside) {
        new ReportJson(json)
                .write(report, assessment.comparison(), assessment.groups(), assessment.targets(), setAside);
    }
}
