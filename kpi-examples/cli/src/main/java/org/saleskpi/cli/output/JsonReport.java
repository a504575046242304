package org.saleskpi.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.Ratio;
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
    public void write(Answers answers, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(new Indented(), out, JsonEncoding.UTF8)) {
            write(answers, json);
            json.writeRaw('\n');
        } catch (JacksonException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
    }

    private static void write(Answers answers, JsonGenerator json) {
        if (answers.dimension() != null) {
            json.writeStartObject();
            json.writeArrayPropertyStart("groups");
            for (Answers.Group group : answers.groups()) {
                json.writeStartObject();
                text(json, "key", group.key());
                json.writeName(answers.isSeries() ? "series" : "report");
                reports(json, group.reports(), answers.isSeries());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeName("total");
            reports(json, answers.total(), answers.isSeries());
            json.writeEndObject();
        } else if (answers.isSeries()) {
            json.writeStartObject();
            json.writeName("series");
            reports(json, answers.total(), true);
            json.writeEndObject();
        } else {
            reports(json, answers.total(), false);
        }
    }

    private static void reports(JsonGenerator json, List<KpiReport> reports, boolean asList) {
        if (asList) {
            json.writeStartArray();
        }
        reports.forEach(report -> report(json, report));
        if (asList) {
            json.writeEndArray();
        }
    }

    private static void report(JsonGenerator json, KpiReport report) {
        ReportTerms terms = report.terms();
        Instant asOf = terms.asOf();
        json.writeStartObject();
        text(json, "from", terms.period().startInclusive().toString());
        text(json, "to", terms.period().endExclusive().toString());
        text(json, "zone", terms.zone().getId());
        text(json, "asOf", asOf == null ? null : asOf.toString());
        text(json, "currency", terms.currency().getCode());
        json.writeObjectPropertyStart("indicators");
        for (Indicator<?> indicator : report.indicators()) {
            json.writeObjectPropertyStart(indicator.key());
            value(json, report.get(indicator));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, KpiValue<?> value) {
        if (value instanceof Count count) {
            json.writeNumberProperty("count", count.value());
        } else if (value instanceof Amount amount) {
            money(json, "amount", amount.money());
            text(json, "currency", amount.currency().getCode());
        } else if (value instanceof MeanAmount mean) {
            money(json, "total", mean.total().money());
            text(json, "currency", mean.currency().getCode());
            json.writeNumberProperty("count", mean.count());
            money(json, "mean", mean.mean().orElse(null));
        } else if (value instanceof Days days) {
            json.writeNumberProperty("count", days.count());
            json.writeNumberProperty("totalDays", days.total());
            number(json, "meanDays", days.mean());
            number(json, "medianDays", days.median());
        } else if (value instanceof Rate rate) {
            json.writeNumberProperty("hits", rate.hits());
            json.writeNumberProperty("misses", rate.misses());
            json.writeNumberProperty("open", rate.open());
            json.writeNumberProperty("total", rate.total());
            number(json, "rate", rate.value());
            number(json, "decided", rate.decided());
            number(json, "ceiling", rate.ceiling());
        } else if (value instanceof Ratio ratio) {
            json.writeNumberProperty("dividend", ratio.dividend());
            json.writeNumberProperty("divisor", ratio.divisor());
            number(json, "ratio", ratio.value());
        }
    }

    private static void text(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    private static void money(JsonGenerator json, String name, @Nullable Money money) {
        text(json, name, money == null ? null : money.getAmount().toPlainString());
    }

    private static void number(JsonGenerator json, String name, OptionalDouble number) {
        if (number.isPresent()) {
            json.writeNumberProperty(name, number.getAsDouble());
        } else {
            json.writeNullProperty(name);
        }
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
