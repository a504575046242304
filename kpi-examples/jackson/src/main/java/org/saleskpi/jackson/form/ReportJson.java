package org.saleskpi.jackson.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.analysis.TargetResult;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiAnswers;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.sales.RecordType;
import tools.jackson.core.JsonGenerator;

/** Writes reports as objects: their terms, and the answers by the keys of their indicators. */
public final class ReportJson {

    private final JsonGenerator json;
    private final JsonProperties properties;

    /**
     * Creates a writer of answers as they are shown.
     *
     * @param json what the document is written to
     */
    public ReportJson(JsonGenerator json) {
        this(json, false);
    }

    /**
     * Creates a writer, perhaps of all that the answers know.
     *
     * @param json what the document is written to
     * @param isLossless whether to tell how often each number of days and hours occurs
     */
    public ReportJson(JsonGenerator json, boolean isLossless) {
        this.json = json;
        this.properties = new JsonProperties(json, isLossless);
    }

    /**
     * A report.
     *
     * @param report the report
     */
    public void write(KpiReport report) {
        write(report, null, null, Map.of(), Map.of());
    }

    /**
     * A report beside that of its base.
     *
     * @param comparison the comparison
     */
    public void write(Comparison comparison) {
        write(comparison, null);
    }

    /**
     * A report beside that of its base, which is perhaps the total of some groups.
     *
     * @param comparison the comparison
     * @param groups the same comparison group by group; null if it is no total of groups
     */
    public void write(Comparison comparison, @Nullable GroupedAnalysis<Comparison> groups) {
        write(comparison.now(), comparison, groups, Map.of(), Map.of());
    }

    /**
     * A report with all that may stand beside it.
     *
     * @param report the report
     * @param comparison the report beside that of its base; null if nothing is compared
     * @param groups the same comparison group by group; null if it is no total of groups
     * @param targets how indicators that have targets stand to them, by their keys
     * @param setAside how many records of each kind were set aside; nothing is written where there are none
     */
    public void write(
            KpiReport report,
            @Nullable Comparison comparison,
            @Nullable GroupedAnalysis<Comparison> groups,
            Map<String, TargetResult> targets,
            Map<RecordType, Integer> setAside) {
        json.writeStartObject();
        properties.terms(report.terms(), true).setAside(setAside);
        json.writeObjectPropertyStart("indicators");
        for (Indicator<?> indicator : report.indicators()) {
            json.writeObjectPropertyStart(indicator.key());
            report.get(indicator).accept(properties);
            TargetJson.write(json, report.get(indicator), targets.get(indicator.key()));
            json.writeEndObject();
        }
        json.writeEndObject();
        if (comparison != null) {
            new ComparisonJson(json, properties).write(comparison, groups);
        }
        json.writeEndObject();
    }

    /**
     * A series.
     *
     * @param series the series
     */
    public void write(KpiSeries series) {
        json.writeStartObject();
        json.writeName("series");
        reports(series);
        json.writeEndObject();
    }

    private void reports(KpiSeries series) {
        json.writeStartArray();
        series.reports().forEach(this::write);
        json.writeEndArray();
    }

    /**
     * A report or a series for each group.
     *
     * @param breakdown the breakdown
     */
    public void write(KpiBreakdown<?> breakdown) {
        json.writeStartObject();
        properties.texts("by", breakdown.dimensions());
        json.writeArrayPropertyStart("groups");
        for (KpiBreakdown.Group<?> group : breakdown.groups()) {
            json.writeStartObject();
            properties.key(group.key());
            json.writeName(group.answers() instanceof KpiSeries ? "series" : "report");
            answers(group.answers());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("total");
        answers(breakdown.total());
        json.writeEndObject();
    }

    private void answers(KpiAnswers<?> answers) {
        if (answers instanceof KpiSeries series) {
            reports(series);
        } else {
            write((KpiReport) answers);
        }
    }
}
