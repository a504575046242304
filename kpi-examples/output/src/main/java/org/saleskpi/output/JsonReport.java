package org.saleskpi.output;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.SetAside;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.report.Scope;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Reports as JSON: exact counts, amounts as text with the currency's decimals, rates and days as the nearest doubles, and
 * null for what is undefined.
 */
public final class JsonReport implements ReportWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** Creates a writer. */
    public JsonReport() {}

    @Override
    public void write(Question question, OutputStream out) throws IOException {
        write(question.answers(), SetAside.of(question.history()), out);
    }

    static void write(Answers answers, @Nullable SetAside setAside, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(new Indented(), out, JsonEncoding.UTF8)) {
            write(answers, setAside, json);
            json.writeRaw('\n');
        } catch (JacksonException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
    }

    private static void write(Answers answers, @Nullable SetAside setAside, JsonGenerator json) {
        if (answers.isGrouped()) {
            json.writeStartObject();
            new JsonProperties(json).texts("by", answers.dimensions());
            setAside(json, setAside);
            json.writeArrayPropertyStart("groups");
            for (Answers.Group group : answers.groups()) {
                json.writeStartObject();
                key(new JsonProperties(json), group.key().parts());
                json.writeName(answers.isSeries() ? "series" : "report");
                reports(json, group.reports(), group.beside(), answers.isSeries());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeName("total");
            reports(json, answers.total(), answers.beside(), answers.isSeries());
            json.writeEndObject();
        } else if (answers.isSeries()) {
            json.writeStartObject();
            setAside(json, setAside);
            json.writeName("series");
            reports(json, answers.total(), answers.beside(), true);
            json.writeEndObject();
        } else {
            report(json, answers.total().get(0), answers.beside().get(0), setAside);
        }
    }

    /** What no number counts stands once, in the outermost object; nothing stands there where there is none. */
    private static void setAside(JsonGenerator json, @Nullable SetAside setAside) {
        if (setAside != null && !setAside.records().isEmpty()) {
            json.writeObjectPropertyStart("setAside");
            setAside.records().forEach((type, count) -> json.writeNumberProperty(SetAside.key(type), count));
            json.writeEndObject();
        }
    }

    /** The key of one dimension as such, those of several as a list. */
    static void key(JsonProperties properties, List<@Nullable String> parts) {
        if (parts.size() == 1) {
            properties.text("key", parts.get(0));
        } else {
            properties.texts("key", parts);
        }
    }

    private static void reports(JsonGenerator json, List<KpiReport> reports, List<Beside> beside, boolean asList) {
        if (asList) {
            json.writeStartArray();
        }
        for (int i = 0; i < reports.size(); i++) {
            report(json, reports.get(i), beside.get(i), null);
        }
        if (asList) {
            json.writeEndArray();
        }
    }

    private static void report(JsonGenerator json, KpiReport report, Beside beside, @Nullable SetAside setAside) {
        ReportTerms terms = report.terms();
        Instant asOf = terms.asOf();
        json.writeStartObject();
        JsonProperties properties = new JsonProperties(json)
                .text("from", terms.period().startInclusive().toString())
                .text("to", terms.period().endExclusive().toString())
                .text("zone", terms.zone().getId())
                .text("asOf", asOf == null ? null : asOf.toString())
                .text("currency", terms.currency().getCode());
        if (!terms.scope().equals(Scope.ALL)) {
            json.writeObjectPropertyStart("where");
            terms.scope().keys().forEach(properties::texts);
            json.writeEndObject();
        }
        setAside(json, setAside);
        json.writeObjectPropertyStart("indicators");
        for (Indicator<?> indicator : report.indicators()) {
            json.writeObjectPropertyStart(indicator.key());
            report.get(indicator).accept(properties);
            JsonTarget.write(json, report.get(indicator), beside.targets().get(indicator.key()));
            json.writeEndObject();
        }
        json.writeEndObject();
        new JsonComparison(json).write(beside);
        json.writeEndObject();
    }

    /** Asks for one property a line, for people to read and compare. */
    private static final class Indented extends ObjectWriteContext.Base {

        private final PrettyPrinter printer = new DefaultPrettyPrinter(); // Keeps the depth: one for each document.

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
