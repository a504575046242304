package org.saleskpi.output.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import j2html.tags.specialized.DivTag;
import j2html.tags.specialized.SectionTag;
import j2html.tags.specialized.TableTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.FactRow;
import org.saleskpi.output.wording.AnswerWording;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.OutcomeWording;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.value.Amount;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

/** The records behind the numbers of the period, indicator by indicator, each kind of them in a table. */
final class FactsSection {

    static final String ID = "behind";

    private final PageAnswers answers;
    private final FactLists facts;
    private final Wording wording;
    private final AnswerWording said;
    private final OutcomeWording outcomes;

    FactsSection(PageAnswers answers, FactLists facts, Wording wording) {
        this.answers = answers;
        this.facts = facts;
        this.wording = wording;
        this.said = answers.said(wording);
        this.outcomes = new OutcomeWording(wording);
    }

    /** What leads from a number, or from what stands for it, to the records behind it. */
    static ATag link(Indicator<?> indicator, String text, Wording wording) {
        return a(text(text), Markup.spoken(", " + wording.say("page.facts.to", wording.name(indicator))))
                .withHref("#" + listId(indicator));
    }

    private static String listId(Indicator<?> indicator) {
        return "facts-" + indicator.key();
    }

    SectionTag html() {
        return section()
                .withId(ID)
                .attr("aria-labelledby", ID + "-title")
                .with(
                        h2(wording.say("page.facts")).withId(ID + "-title"),
                        p(wording.say("page.facts.lead", wording.whole(facts.mostOfOne()), wording.whole(facts.size())))
                                .withClass("lead"),
                        each(
                                answers.report().indicators().stream()
                                        .filter(facts::has)
                                        .toList(),
                                this::list));
    }

    private DivTag list(Indicator<?> indicator) {
        KpiValue<?> value = answers.report().get(indicator);
        List<FactLists.Part> parts = facts.of(indicator);
        String name = wording.name(indicator);
        DivTag list = div(h3(wording.say("labelled", name, said.value(indicator, value)))
                        .withId(listId(indicator)))
                .withClass("list");
        list.with(p(a(text(wording.say("page.facts.back")), Markup.spoken(", " + name))
                        .withHref("#" + indicator.key()))
                .withClass("back"));
        if (parts.stream().anyMatch(FactLists.Part::isCut)) {
            list.with(p(code("kpi facts " + indicator.key()), text(" " + wording.say("page.facts.all")))
                    .withClass("lead"));
        }
        return list.with(each(parts, part -> {
            String standing = standing(value, part);
            return div(Markup.scrolling(table(part, standing), name + ", " + standing))
                    .withClass("panel");
        }));
    }

    /** What records are for a number, in words. */
    private String standing(KpiValue<?> value, FactLists.Part part) {
        boolean isRatio = value instanceof Ratio || value instanceof RatioOfAmounts;
        boolean isScore = value instanceof Score;
        boolean isSplit = value instanceof Rate
                || value instanceof RateOfAmounts
                || value instanceof Waits
                || value instanceof Velocity;
        return switch (part.standing()) {
            case HIT ->
                wording.say(
                        isRatio ? "facts.dividend" : isScore ? "card.promoters" : isSplit ? "card.hits" : "facts.all");
            case MISS -> wording.say(isScore ? "card.detractors" : "card.misses");
            case OPEN -> wording.say(isScore ? "card.passives" : "card.open");
            case DIVISOR -> wording.say("facts.divisor");
        };
    }

    private TableTag table(FactLists.Part part, String standing) {
        List<Column> columns = columns(part);
        return TagCreator.table(
                        caption(
                                part.isCut()
                                        ? wording.say(
                                                "page.facts.cut",
                                                standing,
                                                wording.whole(part.rows().size()),
                                                wording.whole(part.size()))
                                        : wording.say("facts.count", standing, wording.whole(part.size()))),
                        thead(tr(each(columns, column -> Markup.column(wording.sentence(wording.say(column.key())))))),
                        tbody(each(part.rows(), row -> tr(each(columns, column -> cell(column, row))))))
                .withClass("records");
    }

    /**
     * A column of a table.
     *
     * @param key the key of its name
     * @param text what a record has there; empty for nothing
     */
    private record Column(String key, Function<FactRow, String> text) {}

    /** Those in which some record has something. */
    private List<Column> columns(FactLists.Part part) {
        List<Column> columns = new ArrayList<>();
        boolean isMoved = part.rows().stream().anyMatch(FactRow::isCountedAtAnother);
        columns.add(new Column("fact.id", FactRow::id));
        columns.add(new Column("fact.kind", row -> wording.say("fact." + row.type())));
        columns.add(new Column(isMoved ? "fact.counted-at" : "fact.at", row -> moment(row.countedAt())));
        columns.add(new Column("fact.own", row -> isMoved ? moment(row.at()) : ""));
        columns.add(new Column("fact.customer", row -> row.id().equals(row.customer()) ? "" : or(row.customer())));
        columns.add(new Column("sales-rep", row -> or(row.owner())));
        columns.add(new Column("fact.outcome", row -> outcomes.of(row.outcome())));
        columns.add(new Column("fact.amount", row -> amount(row.amount())));
        columns.add(new Column("fact.origin", row -> or(row.origin())));
        columns.removeIf(column ->
                part.rows().stream().allMatch(row -> column.text().apply(row).isEmpty()));
        return columns;
    }

    private DomContent cell(Column column, FactRow row) {
        String text = DisplayText.oneLine(column.text().apply(row));
        if (column.key().equals("fact.id")) {
            return Markup.row(text);
        }
        return column.key().equals("fact.amount") ? td(text).withClass("amount") : td(text);
    }

    private String moment(Instant moment) {
        return wording.moment(moment.atZone(answers.report().terms().zone()));
    }

    private String amount(@Nullable Money amount) {
        return amount == null ? "" : wording.value(Amount.from(amount));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
