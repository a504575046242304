package org.saleskpi.output.page;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.small;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.tfoot;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.TagCreator;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;
import org.saleskpi.value.KpiValue;

/** All indicators of several reports, one a row, with the report of the whole below them: a table for each theme. */
final class IndicatorTables {

    /** A table of more does not fit on the width of a page of paper. */
    private static final int MOST_COLUMNS = 5;

    private final PageAnswers answers;
    private final Wording wording;
    private final AnswerWording said;
    private final boolean hasControls;

    IndicatorTables(PageAnswers answers, Wording wording, boolean hasControls) {
        this.answers = answers;
        this.wording = wording;
        this.said = answers.said(wording);
        this.hasControls = hasControls;
    }

    /**
     * A row of each table.
     *
     * @param name what the report is about
     * @param report the report
     * @param group where a script finds of which group it is; null where there is none
     * @param id what links to the row lead to, in the first table; null for none
     */
    record Row(
            String name,
            KpiReport report,
            @Nullable String group,
            @Nullable String id) {}

    /**
     * Makes the tables.
     *
     * @param names what stands above the names of the rows
     * @param rows the rows
     * @param isKnown whether the report of a row tells anything about an indicator
     */
    List<DivTag> of(String names, List<Row> rows, BiPredicate<KpiReport, Indicator<?>> isKnown) {
        List<DivTag> tables = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            List<Indicator<?>> indicators = theme.among(answers.report().indicators());
            for (int from = 0; from < indicators.size(); from += MOST_COLUMNS) {
                List<Indicator<?>> columns = indicators.subList(from, Math.min(from + MOST_COLUMNS, indicators.size()));
                String title = theme.title(wording);
                // A theme may have several tables.
                String label = title + ", " + wording.name(columns.get(0)) + ", " + names;
                TableTag table = table(title, names, rows, columns, isKnown, tables.isEmpty());
                tables.add(div(Markup.scrolling(table, label)).withClass("panel"));
            }
        }
        return tables;
    }

    private TableTag table(
            String title,
            String names,
            List<Row> rows,
            List<Indicator<?>> indicators,
            BiPredicate<KpiReport, Indicator<?>> isKnown,
            boolean isFirst) {
        TrTag head = tr(Markup.column(names));
        indicators.forEach(indicator -> head.with(Markup.definedColumn(indicator, wording)));
        return TagCreator.table(
                        caption(title),
                        thead(head),
                        tbody(each(rows, row -> {
                            TrTag line = row(row.name(), row.report(), indicators, isKnown);
                            if (row.group() != null) {
                                line.attr(Markup.GROUP, row.group());
                            }
                            return isFirst && row.id() != null ? line.withId(row.id()) : line;
                        })),
                        tfoot(row(wording.say("total"), answers.report(), indicators, (report, indicator) -> true)))
                .withClass("wide");
    }

    private TrTag row(
            String name,
            KpiReport report,
            List<Indicator<?>> indicators,
            BiPredicate<KpiReport, Indicator<?>> isKnown) {
        return tr(Markup.row(name))
                .with(each(
                        indicators,
                        indicator -> isKnown.test(report, indicator) ? cell(indicator, report.get(indicator)) : td()));
    }

    private TdTag cell(Indicator<?> indicator, KpiValue<?> value) {
        String details = wording.details(value).get(0).get(0);
        TdTag cell = td(said.value(indicator, value));
        if (hasControls) {
            Markup.sortable(cell, said.number(indicator, value));
        }
        return details.isEmpty() ? cell : cell.with(small(details));
    }
}
