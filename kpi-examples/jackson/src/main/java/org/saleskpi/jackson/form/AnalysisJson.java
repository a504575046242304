package org.saleskpi.jackson.form;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Cohorts;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.analysis.Explanation;
import org.saleskpi.analysis.Finding;
import org.saleskpi.analysis.Findings;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.value.Interval;
import org.saleskpi.value.Rate;
import tools.jackson.core.JsonGenerator;

/** Writes the properties of analyses, their terms apart. */
public final class AnalysisJson {

    private static final List<Integer> PERCENTS = List.of(25, 50, 75);

    private final JsonGenerator json;
    private final JsonProperties properties;

    /**
     * Creates a writer of analyses as they are shown.
     *
     * @param json what the document is written to
     */
    public AnalysisJson(JsonGenerator json) {
        this(json, false);
    }

    /**
     * Creates a writer, perhaps of all that the answers know.
     *
     * @param json what the document is written to
     * @param isLossless whether to tell how often each number of days and hours occurs
     */
    public AnalysisJson(JsonGenerator json, boolean isLossless) {
        this.json = json;
        this.properties = new JsonProperties(json, isLossless);
    }

    /**
     * The word for a constant: in small letters, with hyphens.
     *
     * @param constant the constant
     * @return the word
     */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * An analysis for each group, each an object by a name of its own.
     *
     * @param groups the groups
     * @param setAside how many records of each kind were set aside; nothing is written where there are none
     * @param name what an analysis is called
     * @param object writes an analysis as an object
     * @param <A> the kind of analysis
     */
    public <A> void groups(
            GroupedAnalysis<A> groups, Map<RecordType, Integer> setAside, String name, Consumer<A> object) {
        properties.texts("by", groups.dimensions()).setAside(setAside);
        json.writeArrayPropertyStart("groups");
        for (GroupedAnalysis.Group<A> group : groups.groups()) {
            json.writeStartObject();
            properties.key(group.key());
            json.writeName(name);
            object.accept(group.analysis());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("total");
        object.accept(groups.total());
    }

    /**
     * How far customers have come.
     *
     * @param funnel the funnel
     */
    public void funnel(Funnel funnel) {
        json.writeArrayPropertyStart("stages");
        for (Funnel.Stage stage : funnel.stages()) {
            json.writeStartObject();
            properties
                    .text("key", stage.key())
                    .whole("customers", stage.customers())
                    .whole("skipped", stage.skipped());
            Rate step = stage.step();
            if (step == null) {
                json.writeNullProperty("step");
            } else {
                properties.answer("step", step);
            }
            properties.answer("fromFirst", stage.fromFirst()).answer("days", stage.days());
            json.writeEndObject();
        }
        json.writeEndArray();
        properties.text("bottleneck", funnel.bottleneck().map(Funnel.Stage::key).orElse(null));
    }

    /**
     * How long it takes to win customers, with the shares won within some numbers of days.
     *
     * @param cycle the cycle
     * @param within the numbers of days
     */
    public void cycle(Cycle cycle, List<Integer> within) {
        properties
                .text("losses", word(cycle.losses()))
                .whole("count", cycle.count())
                .whole("converted", cycle.converted())
                .whole("lost", cycle.lost())
                .whole("open", cycle.open());
        json.writeObjectPropertyStart("quantiles");
        PERCENTS.forEach(percent -> properties.whole("p" + percent, cycle.quantile(percent / 100.0)));
        json.writeEndObject();
        json.writeArrayPropertyStart("curve");
        for (Cycle.Point point : cycle.curve()) {
            Interval limits = point.limits();
            json.writeStartObject();
            properties
                    .whole("days", point.days())
                    .whole("atRisk", point.atRisk())
                    .whole("converted", point.converted())
                    .whole("lost", point.lost())
                    .whole("censored", point.censored())
                    .number("survival", OptionalDouble.of(point.survival()))
                    .number("standardError", optional(point.standardError()))
                    .number("low", optional(limits == null ? null : limits.lower()))
                    .number("high", optional(limits == null ? null : limits.upper()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("within");
        within.forEach(days -> properties.answer(days.toString(), cycle.within(days)));
        json.writeEndObject();
    }

    private static OptionalDouble optional(@Nullable Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    /**
     * What becomes of customers.
     *
     * @param cohorts the cohorts
     */
    public void cohorts(Cohorts cohorts) {
        properties.text("unit", word(cohorts.unit()));
        json.writeArrayPropertyStart("cohorts");
        for (Cohorts.Cohort cohort : cohorts.cohorts()) {
            json.writeStartObject();
            properties.text("from", cohort.period().startInclusive().toString()).whole("customers", cohort.customers());
            json.writeArrayPropertyStart("retention");
            cohort.cells().forEach(cell -> properties.answer(cell.retention()));
            json.writeEndArray();
            json.writeArrayPropertyStart("revenue");
            cohort.cells().forEach(cell -> properties.answer(cell.revenue()));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * What is suspicious.
     *
     * @param findings the findings
     */
    public void findings(Findings findings) {
        json.writeArrayPropertyStart("findings");
        for (Finding finding : findings.findings()) {
            json.writeStartObject();
            properties
                    .text("key", finding.kind().key())
                    .whole("count", finding.records().size())
                    .whole("of", finding.of());
            json.writeArrayPropertyStart("records");
            for (SalesRecord record : finding.records()) {
                json.writeStartObject();
                properties
                        .text("type", word(record.type()))
                        .text("id", record.id())
                        .text(
                                "origin",
                                record.origin() == null ? null : record.origin().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * One of the facts behind an answer, as an object.
     *
     * @param standing what the fact is for the answer: {@code hit}, {@code miss}, {@code open} or {@code divisor}
     * @param fact the fact
     */
    public void fact(String standing, FactForm fact) {
        Money amount = fact.amount();
        json.writeStartObject();
        properties
                .text("standing", standing)
                .text("type", fact.type())
                .text("id", fact.id())
                .text("at", fact.at().toString())
                .text("countedAt", fact.countedAt().toString())
                .text("customer", fact.customer())
                .text("owner", fact.owner())
                .text("outcome", fact.outcome())
                .text("amount", amount == null ? null : amount.getAmount().toPlainString())
                .text(
                        "currency",
                        amount == null ? null : amount.getCurrencyUnit().getCode())
                .text("origin", fact.origin());
        json.writeEndObject();
    }

    /**
     * The facts behind an answer, a page of them.
     *
     * @param explanation the answer
     * @param counts how many facts there are by what they are for the answer
     * @param offset how many were left out before the page
     * @param facts writes the facts of the page, each by {@link #fact}
     */
    public void facts(Explanation<?> explanation, Map<String, Integer> counts, int offset, Runnable facts) {
        properties.text("key", explanation.indicator().key()).answer("value", explanation.value());
        json.writeObjectPropertyStart("counts");
        counts.forEach(properties::whole);
        json.writeEndObject();
        properties.whole("offset", offset);
        json.writeArrayPropertyStart("facts");
        facts.run();
        json.writeEndArray();
    }

    /**
     * What is behind an answer.
     *
     * @param explanation the explanation
     * @param locale the language of names and definitions
     */
    public void explanation(Explanation<?> explanation, Locale locale) {
        Instant lastRecord = explanation.lastRecord();
        indicator(explanation.indicator(), locale);
        properties
                .answer("value", explanation.value())
                .text("lastRecord", lastRecord == null ? null : lastRecord.toString())
                .text("outlook", word(explanation.outlook()));
    }

    /**
     * What is known of an indicator.
     *
     * @param indicator the indicator
     * @param locale the language of names and definitions
     */
    public void indicator(Indicator<?> indicator, Locale locale) {
        properties
                .text("key", indicator.key())
                .text("name", indicator.name(locale))
                .text("definition", indicator.definition(locale))
                .text("population", indicator.population(locale))
                .text("formula", indicator.formula(locale))
                .text("unit", word(indicator.unit()))
                .text("direction", word(indicator.direction()))
                .truth("additiveOverPeriods", indicator.additiveOverPeriods());
    }
}
