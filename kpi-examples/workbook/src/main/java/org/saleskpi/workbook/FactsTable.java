package org.saleskpi.workbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.FactPage;
import org.saleskpi.output.FactRow;
import org.saleskpi.output.Question;
import org.saleskpi.output.wording.OutcomeWording;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.KpiReport;

/** Plans the table of the facts behind the numbers of the period, indicator by indicator. */
final class FactsTable {

    private final ReportContext context;
    private final Wording wording;
    private final OutcomeWording outcomes;
    private final List<Indicator<?>> indicators = new ArrayList<>();
    private final List<FactRow> rows = new ArrayList<>();
    private final Map<String, Integer> firstRows = new LinkedHashMap<>();

    FactsTable(ReportContext context, KpiReport whole) {
        this.context = context;
        this.wording = context.wording();
        this.outcomes = new OutcomeWording(wording);
        Question question = context.question();
        for (Indicator<?> indicator : whole.indicators()) {
            List<FactRow> facts =
                    FactPage.ALL.of(question.during(question.dates()).facts(indicator), question.history());
            if (!facts.isEmpty()) {
                firstRows.put(indicator.key(), rows.size());
            }
            facts.forEach(fact -> {
                indicators.add(indicator);
                rows.add(fact);
            });
        }
    }

    /** Where the facts of each indicator begin that has any. */
    Map<String, Integer> firstRows() {
        return firstRows;
    }

    Table table(String sheet, List<List<Table.StyledCell>> heading) {
        List<String> headers = List.of(
                        "indicator",
                        "fact.standing",
                        "fact.kind",
                        "fact.id",
                        "fact.at",
                        "fact.counted-at",
                        "fact.customer",
                        "owner",
                        "fact.outcome",
                        "fact.amount",
                        "currency",
                        "fact.origin")
                .stream()
                .map(key -> wording.sentence(wording.say(key)))
                .toList();
        return new Table(sheet, "Facts", headers, rows.size(), this::row).linesAbove(heading);
    }

    private List<Cell> row(int place) {
        FactRow fact = rows.get(place);
        Money amount = fact.amount();
        return List.of(
                Cell.text(wording.name(indicators.get(place))),
                Cell.text(wording.say("facts." + fact.standing().name().toLowerCase(Locale.ROOT))),
                Cell.text(wording.say("fact." + fact.type())),
                Cell.text(fact.id()),
                moment(fact.at()),
                moment(fact.countedAt()),
                text(fact.customer()),
                text(fact.owner()),
                text(fact.outcome() == null ? null : outcomes.of(fact.outcome())),
                amount == null
                        ? Cell.empty(CellFormat.RATIO)
                        : Cell.number(amount.getAmount().doubleValue(), CellFormat.RATIO),
                text(amount == null ? null : amount.getCurrencyUnit().getCode()),
                text(fact.origin()));
    }

    private Cell moment(Instant moment) {
        return Cell.moment(moment.atZone(context.question().history().zone()).toLocalDateTime());
    }

    private static Cell text(@Nullable String text) {
        return text == null ? Cell.empty(CellFormat.TEXT) : Cell.text(text);
    }
}
