package org.saleskpi.jackson.form;

import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.DecidedChange;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.analysis.MixAndRate;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import tools.jackson.core.JsonGenerator;

/** Writes the comparison of a report with that of its base, and how a change is split among groups. */
final class ComparisonJson {

    private final JsonGenerator json;
    private final JsonProperties properties;

    ComparisonJson(JsonGenerator json, JsonProperties properties) {
        this.json = json;
        this.properties = properties;
    }

    /** Writes the property of the report of which this is the comparison, perhaps the total of some groups. */
    void write(Comparison comparison, @Nullable GroupedAnalysis<Comparison> groups) {
        ReportTerms base = comparison.before().terms();
        Instant asOf = base.asOf();
        json.writeObjectPropertyStart("comparison");
        properties
                .text("from", base.period().startInclusive().toString())
                .text("to", base.period().endExclusive().toString())
                .text("asOf", asOf == null ? null : asOf.toString());
        json.writeObjectPropertyStart("indicators");
        for (Indicator<?> indicator : comparison.now().indicators()) {
            json.writeObjectPropertyStart(indicator.key());
            indicator(comparison, indicator, groups);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void indicator(
            Comparison comparison, Indicator<?> indicator, @Nullable GroupedAnalysis<Comparison> groups) {
        KpiValue<?> before = comparison.before().get(indicator);
        json.writeObjectPropertyStart("before");
        before.accept(properties);
        json.writeEndObject();
        properties.number("change", comparison.change(indicator));
        if (before instanceof Rate) {
            decided(comparison.decidedChange(indicator).orElse(null));
        }
        boolean isSplit = before instanceof Rate || before instanceof RateOfAmounts || before instanceof MeanAmount;
        if (isSplit && groups != null) {
            split(MixAndRate.of(groups, indicator).orElse(null));
        }
    }

    private void decided(@Nullable DecidedChange change) {
        DecidedChange.Bounds bounds = change == null ? null : change.bounds();
        Boolean isLikely = null;
        if (change != null && bounds != null) {
            isLikely = change.isLikely();
        }
        properties
                .number("decidedChange", change == null ? OptionalDouble.empty() : OptionalDouble.of(change.value()))
                .number("low", bounds == null ? OptionalDouble.empty() : OptionalDouble.of(bounds.low()))
                .number("high", bounds == null ? OptionalDouble.empty() : OptionalDouble.of(bounds.high()))
                .truth("likely", isLikely);
    }

    private void split(@Nullable MixAndRate split) {
        if (split == null) {
            json.writeNullProperty("split");
            return;
        }
        json.writeObjectPropertyStart("split");
        parts(split.mix(), split.rate());
        json.writeArrayPropertyStart("groups");
        for (MixAndRate.Group group : split.groups()) {
            json.writeStartObject();
            properties.key(group.key());
            parts(group.mix(), group.rate());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void parts(double mix, double rate) {
        properties.number("mix", OptionalDouble.of(mix)).number("rate", OptionalDouble.of(rate));
    }
}
