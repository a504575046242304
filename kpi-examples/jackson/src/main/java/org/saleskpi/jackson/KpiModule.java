package org.saleskpi.jackson;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.joda.money.Money;
import org.saleskpi.analysis.Cohorts;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.analysis.Explanation;
import org.saleskpi.analysis.Findings;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.jackson.form.AnalysisJson;
import org.saleskpi.jackson.form.JsonProperties;
import org.saleskpi.jackson.form.ReportJson;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;
import org.saleskpi.value.KpiValue;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The answers of the library in the JSON of the {@code kpi} command, and records both ways: a controller that returns a
 * {@link KpiReport} just works.
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(new KpiModule()).build();
 * KpiReport report = KpiCalculator.of(history).during(DateRange.month(2026, 3)).report();
 * assert mapper.writeValueAsString(report).contains("\"calls\":{\"count\":95}");
 * Call call = mapper.readValue("{\"id\":\"k-1\",\"at\":\"2026-03-02T09:30:00Z\"}", Call.class);
 * assert call.isProspecting();
 * }</pre>
 *
 * <p>Mappers that look for modules ({@code findAndAddModules()}, Spring Boot) find it by themselves. It writes reports, {@linkplain JudgedReport beside targets} too, series,
 * breakdowns, comparisons, funnels, cycles, cohorts, findings, explanations (in English) and single answers, as
 * {@code docs/json.md} describes them. {@link #lossless} also tells how often each number of days and hours occurs, and reads
 * reports, series and breakdowns back.
 *
 * <p>A module is for one mapper, and must not be changed after that was built.
 */
public final class KpiModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    private static final List<Integer> WITHIN = List.of(30, 60, 90);

    /** Creates a module that writes answers as the command does. */
    public KpiModule() {
        this(false);
    }

    private KpiModule(boolean isLossless) {
        super("saleskpi");
        addRecords();
        addReports(isLossless);
        addAnalyses(isLossless);
    }

    /**
     * Returns a module that writes all that answers know, and reads reports, series and breakdowns of these again.
     *
     * <pre>{@code
     * JsonMapper mapper = JsonMapper.builder()
     *         .addModule(KpiModule.lossless(SalesIndicators.all()))
     *         .build();
     * KpiReport report = KpiCalculator.of(history).during(DateRange.month(2026, 3)).report();
     * assert mapper.readValue(mapper.writeValueAsString(report), KpiReport.class).equals(report);
     * }</pre>
     *
     * @param indicators among which those of a document are found by their keys; your own too
     * @return the module
     * @throws IllegalArgumentException if two indicators have one key
     */
    public static KpiModule lossless(Collection<? extends Indicator<?>> indicators) {
        KpiModule module = new KpiModule(true);
        ReportReader reader = new ReportReader(indicators);
        module.addDeserializer(KpiReport.class, new TreeDeserializer<>(KpiReport.class, reader::report));
        module.addDeserializer(KpiSeries.class, new TreeDeserializer<>(KpiSeries.class, reader::series));
        module.addDeserializer(KpiBreakdown.class, new TreeDeserializer<>(KpiBreakdown.class, reader::breakdown));
        return module;
    }

    private void addRecords() {
        addRecord(Customer.class, RecordReader::customer);
        addRecord(Call.class, RecordReader::call);
        addRecord(Meeting.class, RecordReader::meeting);
        addRecord(Proposal.class, RecordReader::proposal);
        addRecord(Contract.class, RecordReader::contract);
        addRecord(Survey.class, RecordReader::survey);
        add(Money.class, (money, json) -> {
            json.writeStartObject();
            new JsonProperties(json)
                    .text("amount", money.getAmount().toPlainString())
                    .text("currency", money.getCurrencyUnit().getCode());
            json.writeEndObject();
        });
        addDeserializer(Money.class, new TreeDeserializer<>(Money.class, RecordReader::money));
        add(Origin.class, (origin, json) -> json.writeString(origin.toString()));
        addDeserializer(Origin.class, new TreeDeserializer<>(Origin.class, RecordReader::origin));
    }

    private <R extends SalesRecord> void addRecord(Class<R> type, Function<JsonNode, R> reader) {
        setMixInAnnotation(type, RecordForm.class);
        addDeserializer(type, new TreeDeserializer<>(type, reader));
    }

    private void addReports(boolean isLossless) {
        add(KpiReport.class, (report, json) -> new ReportJson(json, isLossless).write(report));
        add(
                JudgedReport.class,
                (judged, json) -> new ReportJson(json, isLossless)
                        .write(judged.report(), null, null, judged.results(), Map.of()));
        add(KpiSeries.class, (series, json) -> new ReportJson(json, isLossless).write(series));
        add(KpiBreakdown.class, (breakdown, json) -> new ReportJson(json, isLossless).write(breakdown));
        add(Comparison.class, (comparison, json) -> new ReportJson(json, isLossless).write(comparison));
        add(KpiValue.class, (value, json) -> new JsonProperties(json, isLossless).answer(value));
        add(ReportTerms.class, (terms, json) -> {
            json.writeStartObject();
            new JsonProperties(json).terms(terms, true);
            json.writeEndObject();
        });
    }

    private void addAnalyses(boolean isLossless) {
        add(Funnel.class, (funnel, json) -> new Analyses(json, isLossless).funnel(funnel));
        add(Cycle.class, (cycle, json) -> new Analyses(json, isLossless).cycle(cycle));
        add(Cohorts.class, (cohorts, json) -> new Analyses(json, isLossless).cohorts(cohorts));
        add(Explanation.class, (explanation, json) -> new Analyses(json, isLossless).explanation(explanation));
        add(Findings.class, (findings, json) -> {
            json.writeStartObject();
            new JsonProperties(json)
                    .text(
                            "asOf",
                            findings.asOf() == null ? null : findings.asOf().toString());
            new AnalysisJson(json).findings(findings);
            json.writeEndObject();
        });
        add(GroupedAnalysis.class, (groups, json) -> new Analyses(json, isLossless).groups(groups));
    }

    private <T> void add(Class<T> type, BiConsumer<T, JsonGenerator> form) {
        addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                form.accept(value, json);
            }
        });
    }

    /** Analyses as objects that begin with their terms. */
    private record Analyses(JsonGenerator json, boolean isLossless) {

        private void object(ReportTerms terms, boolean hasAmounts, Runnable properties) {
            json.writeStartObject();
            new JsonProperties(json).terms(terms, hasAmounts);
            properties.run();
            json.writeEndObject();
        }

        private AnalysisJson form() {
            return new AnalysisJson(json, isLossless);
        }

        void funnel(Funnel funnel) {
            object(funnel.terms(), false, () -> form().funnel(funnel));
        }

        void cycle(Cycle cycle) {
            object(cycle.terms(), false, () -> form().cycle(cycle, WITHIN));
        }

        void cohorts(Cohorts cohorts) {
            object(cohorts.terms(), true, () -> form().cohorts(cohorts));
        }

        void explanation(Explanation<?> explanation) {
            object(explanation.terms(), true, () -> form().explanation(explanation, Locale.ENGLISH));
        }

        void groups(GroupedAnalysis<?> groups) {
            json.writeStartObject();
            form().groups(groups, Map.of(), name(groups.total()), this::analysis);
            json.writeEndObject();
        }

        private static String name(Object analysis) {
            return analysis instanceof Comparison
                    ? "report"
                    : analysis.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }

        private void analysis(Object analysis) {
            if (analysis instanceof Comparison comparison) {
                new ReportJson(json, isLossless).write(comparison);
            } else {
                json.writePOJO(analysis);
            }
        }
    }
}
