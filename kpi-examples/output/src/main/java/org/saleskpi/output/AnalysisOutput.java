package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Cohorts;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.analysis.Explanation;
import org.saleskpi.analysis.Funnel;
import org.saleskpi.analysis.FunnelStages;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.Population;
import org.saleskpi.jackson.form.AnalysisJson;
import org.saleskpi.jackson.form.JsonProperties;
import org.saleskpi.output.wording.CoverageWording;
import org.saleskpi.output.wording.DataCoverage;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.sales.RecordType;
import org.saleskpi.time.CalendarUnit;
import tools.jackson.core.JsonGenerator;

/**
 * An analysis to be written: as text to read, as JSON for programs, as CSV for spreadsheets.
 *
 * <pre>{@code
 * ByteArrayOutputStream csv = new ByteArrayOutputStream();
 * Question question = Question.of(kpis, DateRange.year(2025)).by(Dimension.OWNER);
 * AnalysisOutput.funnel(question).writeCsv(CsvDialect.STANDARD, csv);
 * assert csv.toString().contains("alice");
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <A> the kind of analysis
 */
public final class AnalysisOutput<A> {

    private static final List<String> TERMS = List.of("from", "to", "zone", "asOf", "where");

    private final AnalysisView<A> view;
    private final Question question;
    private final A total;

    /** Null where nothing is grouped. */
    private final @Nullable GroupedAnalysis<A> groups;

    /** What of the analysis the data has, to be read by people; the same where it has all. */
    private final AnalysisOutput<A> shown;

    /** The kinds of record that the data does not have, so that they are left out of what people read. */
    private final Set<RecordType> missing;

    private AnalysisOutput(AnalysisView<A> view, Question question, Function<KpiQuery, A> analysis) {
        this(view, question, analysis, null, Set.of());
    }

    /** An analysis of which people read what another one shows. */
    private AnalysisOutput(
            AnalysisView<A> view,
            Question question,
            Function<KpiQuery, A> analysis,
            @Nullable AnalysisOutput<A> shown,
            Set<RecordType> missing) {
        this.view = view;
        this.question = question;
        KpiQuery query = question.during(question.dates());
        this.groups = question.dimensions().isEmpty() ? null : query.by(question.dimensions(), analysis);
        this.total = groups == null ? analysis.apply(query) : groups.total();
        this.shown = shown == null ? this : shown;
        this.missing = missing;
    }

    /**
     * Asks for a funnel.
     *
     * @param question the cohort, and what to group by
     * @return the funnel
     */
    public static AnalysisOutput<Funnel> funnel(Question question) {
        DataCoverage coverage = DataCoverage.of(question.kpis(), List.of());
        Set<RecordType> missing = EnumSet.noneOf(RecordType.class);
        List<String> keys = FunnelStages.STANDARD.keys();
        List<Population<?>> events = FunnelStages.STANDARD.events();
        FunnelStages recorded = FunnelStages.of(keys.get(0), events.get(0));
        for (int i = 1; i < keys.size(); i++) {
            Optional<RecordType> type = coverage.missing(events.get(i));
            type.ifPresent(missing::add);
            recorded = type.isPresent() ? recorded : recorded.then(keys.get(i), events.get(i));
        }
        FunnelStages stages = recorded;
        return missing.isEmpty()
                ? new AnalysisOutput<>(new FunnelView(), question, KpiQuery::funnel)
                : new AnalysisOutput<>(
                        new FunnelView(),
                        question,
                        KpiQuery::funnel,
                        new AnalysisOutput<>(new FunnelView(), question, query -> query.funnel(stages)),
                        missing);
    }

    /**
     * Asks how long it takes to win customers.
     *
     * @param question the cohort, and what to group by
     * @param losses what lost customers say about the others
     * @param within the numbers of days to give the share won for
     * @return how long it takes
     */
    public static AnalysisOutput<Cycle> cycle(Question question, Cycle.Losses losses, List<Integer> within) {
        return new AnalysisOutput<>(new CycleView(within), question, part -> part.cycle(losses));
    }

    /**
     * Asks what becomes of customers.
     *
     * @param question the customers won, what to group by, and the unit
     * @return the cohorts
     * @throws IllegalArgumentException if the period of the question is not made of whole units, or of too many
     */
    public static AnalysisOutput<Cohorts> cohorts(Question question) {
        CalendarUnit unit = requireNonNull(question.unit(), "unit");
        Function<KpiQuery, Cohorts> cohorts = part -> part.cohorts(unit);
        CohortsView view = new CohortsView();
        Question known = question.untilRecordsEnd(unit);
        return known.equals(question)
                ? new AnalysisOutput<>(view, question, cohorts)
                : new AnalysisOutput<>(view, question, cohorts, new AnalysisOutput<>(view, known, cohorts), Set.of());
    }

    /**
     * Asks what is behind an answer.
     *
     * @param question the period, and what to group by
     * @param indicator what is explained
     * @return the explanation, in the language of the question
     */
    public static AnalysisOutput<Explanation<?>> explanation(Question question, Indicator<?> indicator) {
        requireNonNull(indicator, "indicator");
        return new AnalysisOutput<>(new ExplanationView(question.locale()), question, part -> part.explain(indicator));
    }

    /**
     * Asks for the facts behind an answer.
     *
     * @param question the period, and what to group by
     * @param indicator what was answered
     * @param page which of the facts are wanted; where it has no limit, text shows the first twenty
     * @return the facts
     */
    public static AnalysisOutput<?> facts(Question question, Indicator<?> indicator, FactPage page) {
        requireNonNull(indicator, "indicator");
        return new AnalysisOutput<>(
                new FactsView(question.history(), requireNonNull(page, "page")),
                question,
                part -> FactsView.Behind.of(part, indicator));
    }

    /**
     * Writes a JSON document.
     *
     * @param out takes the bytes; it is left open
     * @throws IOException if it cannot be written
     */
    public void writeJson(OutputStream out) throws IOException {
        JsonFile.write(out, json -> {
            Map<RecordType, Integer> setAside = question.history().setAside();
            if (groups == null) {
                object(total, setAside, json);
                return;
            }
            json.writeStartObject();
            new AnalysisJson(json).groups(groups, setAside, view.name(), analysis -> object(analysis, Map.of(), json));
            json.writeEndObject();
        });
    }

    private void object(A analysis, Map<RecordType, Integer> setAside, JsonGenerator json) {
        json.writeStartObject();
        new JsonProperties(json).terms(view.terms(analysis), view.hasAmounts()).setAside(setAside);
        view.properties(analysis, new AnalysisJson(json));
        json.writeEndObject();
    }

    /**
     * Writes a table, in which the rows of each group stand before those of all.
     *
     * @param dialect how to separate cells and write decimals
     * @param out takes the bytes; it is left open
     * @throws IOException if it cannot be written
     */
    public void writeCsv(CsvDialect dialect, OutputStream out) throws IOException {
        CsvFile.write(out, dialect, csv -> {
            List<String> dimensions = groups == null ? List.of() : groups.dimensions();
            List<String> header = new ArrayList<>();
            if (groups != null) {
                header.add("level");
                dimensions.forEach(dimension -> header.add(column(dimension)));
            }
            header.addAll(TERMS);
            header.addAll(view.columns());
            csv.writeRecord(header);
            if (groups != null) {
                groups.groups().forEach(group -> rows(csv, "group", group.key().parts(), group.analysis(), dialect));
                rows(csv, "total", Collections.nCopies(dimensions.size(), null), total, dialect);
            } else {
                rows(csv, null, List.of(), total, dialect);
            }
        });
    }

    /** The column of a dimension; an attribute may be called as another column is. */
    private String column(String dimension) {
        if (groups == null || groups.dimensions().size() == 1) {
            return "group";
        }
        boolean isTaken = dimension.equals("level")
                || TERMS.contains(dimension)
                || view.columns().contains(dimension);
        return CsvFile.guarded(isTaken ? dimension + "_key" : dimension);
    }

    private void rows(
            CsvWriter csv,
            @Nullable String level,
            List<? extends @Nullable String> key,
            A analysis,
            CsvDialect dialect) {
        ReportTerms terms = view.terms(analysis);
        Instant asOf = terms.asOf();
        List<String> first = new ArrayList<>();
        if (level != null) {
            first.add(level);
        }
        key.forEach(part -> first.add(part == null ? "" : CsvFile.guarded(part)));
        first.add(CsvFile.bound(terms.period().startInclusive(), terms.zone()));
        first.add(CsvFile.bound(terms.period().endExclusive(), terms.zone()));
        first.add(terms.zone().getId());
        first.add(asOf == null ? "" : asOf.toString());
        first.add(CsvFile.guarded(CsvFile.conditions(view.terms(total).scope())));
        for (List<@Nullable Object> row : view.rows(analysis)) {
            List<String> cells = new ArrayList<>(first);
            row.forEach(cell -> cells.add(CsvFile.cell(cell, dialect)));
            csv.writeRecord(cells);
        }
    }

    /**
     * Writes text for a person to read, at most 80 columns wide, in the language of the question.
     *
     * @param style how headings, notes and charts are set off
     * @param out takes the bytes; it is left open
     * @throws IOException if it cannot be written
     */
    public void writeText(TextStyle style, OutputStream out) throws IOException {
        Wording wording = new Wording(question.locale());
        ReportTerms terms = view.terms(total);
        List<String> lines = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (!view.saysTerms()) {
            CoverageWording coverage = new CoverageWording(DataCoverage.of(question.kpis(), List.of()), wording);
            TextHeading heading = new TextHeading(wording, style);
            lines.addAll(heading.lines(terms.period(), terms, terms.scope(), view.hasAmounts()));
            heading.line(lines, wording.say("records"), coverage.recorded(terms.zone()));
            lines.add("");
            coverage.unknown(terms.period()).ifPresent(notes::add);
            coverage.missing(missing).ifPresent(notes::add);
            if (!shown.question.equals(question)) {
                notes.add(wording.say(
                        "series.ends",
                        wording.lastDay(
                                DataCoverage.knownUntil(question.history()).orElseThrow(), terms.zone())));
            }
            wording.setAside(question.history()).ifPresent(notes::add);
            if (view.followsCustomers()) {
                coverage.endlessCovers().ifPresent(notes::add);
            }
        }
        lines.addAll(
                shown.groups == null
                        ? view.lines(shown.total, wording, style)
                        : view.lines(shown.groups, wording, style));
        for (String note : notes) {
            lines.add("");
            DisplayText.wrap(note, TextTable.SCREEN).forEach(line -> lines.add(style.note(line)));
        }
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
