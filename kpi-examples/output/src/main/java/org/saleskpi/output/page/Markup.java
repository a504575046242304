package org.saleskpi.output.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.span;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;

import j2html.tags.DomContent;
import j2html.tags.specialized.DetailsTag;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.SpanTag;
import j2html.tags.specialized.TableTag;
import j2html.tags.specialized.TdTag;
import j2html.tags.specialized.ThTag;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.Wording;

/** Pieces of HTML that every part of the page uses alike. */
final class Markup {

    /** What tells of which group a part of the page is, where a script is to find it. */
    static final String GROUP = "data-g";

    private Markup() {}

    /** Text for those who listen instead of looking. */
    static SpanTag spoken(String text) {
        return span(text).withClass("spoken");
    }

    /** A table that scrolls within its box where the screen is narrower, by keyboard too. */
    static DivTag scrolling(TableTag table, String label) {
        return div(table)
                .withClass("scroll")
                .withTabindex(0)
                .attr("role", "region")
                .attr("aria-label", label);
    }

    /** What is one click away; what it is of is said to those who listen. */
    static DetailsTag collapsible(String title, String subject, DomContent... content) {
        return details(summary(text(title), spoken(", " + subject))).with(content);
    }

    static ThTag column(String text) {
        return th(text).attr("scope", "col");
    }

    /** A column of an indicator, one click away from its definition. */
    static ThTag definedColumn(Indicator<?> indicator, Wording wording) {
        return th(a(wording.name(indicator)).withHref("#def-" + indicator.key()))
                .attr("scope", "col");
    }

    static ThTag row(String text) {
        return th(text).attr("scope", "row");
    }

    static TdTag cell(String text) {
        return td(text);
    }

    /** Has the number that a cell is sorted by, for a script; nothing where it has none. */
    static void sortable(TdTag cell, @Nullable Double number) {
        if (number != null) {
            cell.attr("data-v", number);
        }
    }

    /** A cell with a bar of some percent of its width, in its middle. */
    static TdTag bar(double width) {
        return td(Svg.of("svg")
                        .attr("width", "100%")
                        .numberAttr("height", 18)
                        .attr("aria-hidden", "true")
                        .with(Svg.of("rect")
                                .withClass("bar")
                                .attr("x", Svg.number(50 - width / 2) + "%")
                                .attr("width", Svg.number(width) + "%")
                                .numberAttr("height", 18)))
                .withClass("bar-cell");
    }
}
