package org.saleskpi.output;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiQuery;
import org.saleskpi.analysis.Explanation;
import org.saleskpi.analysis.GroupedAnalysis;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.jackson.form.AnalysisJson;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.OutcomeWording;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.report.CountedFacts;
import org.saleskpi.report.ReportTerms;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.value.Amount;

/** Shows the facts behind an answer, a page of them. */
final class FactsView implements AnalysisView<FactsView.Behind> {

    /** Text shows so many where nobody says how many. */
    private static final int SHOWN = 20;

    private final SalesHistory history;
    private final FactPage page;

    FactsView(SalesHistory history, FactPage page) {
        this.history = history;
        this.page = page;
    }

    /** An answer, and the facts behind it. */
    record Behind(Explanation<?> answer, CountedFacts facts) {

        static Behind of(KpiQuery query, Indicator<?> indicator) {
            return new Behind(query.explain(indicator), query.facts(indicator));
        }
    }

    @Override
    public String name() {
        return "behind";
    }

    @Override
    public ReportTerms terms(Behind behind) {
        return behind.answer().terms();
    }

    @Override
    public boolean hasAmounts() {
        return true;
    }

    @Override
    public void properties(Behind behind, AnalysisJson json) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        FactPage.counts(behind.facts()).forEach((kind, count) -> counts.put(AnalysisJson.word(kind), count));
        json.facts(
                behind.answer(),
                counts,
                page.offset(),
                () -> page.of(behind.facts(), history)
                        .forEach(row -> json.fact(AnalysisJson.word(row.standing()), row.form())));
    }

    @Override
    public List<String> columns() {
        return List.of(
                "key",
                "standing",
                "type",
                "id",
                "at",
                "countedAt",
                "customer",
                "owner",
                "outcome",
                "amount",
                "currency",
                "origin");
    }

    @Override
    public List<List<@Nullable Object>> rows(Behind behind) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (FactRow fact : page.of(behind.facts(), history)) {
            Money amount = fact.amount();
            rows.add(Arrays.asList(
                    behind.answer().indicator().key(),
                    AnalysisJson.word(fact.standing()),
                    fact.type(),
                    fact.id(),
                    fact.at().toString(),
                    fact.countedAt().toString(),
                    fact.customer(),
                    fact.owner(),
                    fact.outcome(),
                    amount == null ? null : amount.getAmount(),
                    amount == null ? null : amount.getCurrencyUnit().getCode(),
                    fact.origin()));
        }
        return rows;
    }

    @Override
    public List<String> lines(Behind behind, Wording wording, TextStyle style) {
        Indicator<?> indicator = behind.answer().indicator();
        List<String> lines = new ArrayList<>();
        lines.add(style.heading(wording.say(
                "labelled",
                wording.name(indicator),
                wording.value(behind.answer().value()))));
        FactPage shown = page.limit() == null ? new FactPage(page.standing(), page.offset(), SHOWN) : page;
        List<FactRow> rows = shown.of(behind.facts(), history);
        FactPage.counts(behind.facts()).forEach((kind, count) -> {
            boolean isWanted = page.standing() == null || page.standing() == kind;
            if (count > 0 && isWanted) {
                List<FactRow> facts =
                        rows.stream().filter(row -> row.standing() == kind).toList();
                lines.add("");
                lines.add(style.heading(
                        wording.say("facts.count", wording.say(name(kind, behind.facts())), wording.whole(count))));
                lines.addAll(table(facts, wording, style));
            }
        });
        Map<FactPage.Standing, Integer> counts = FactPage.counts(behind.facts());
        int everything = counts.values().stream().mapToInt(count -> count).sum();
        int all = page.standing() == null ? everything : counts.getOrDefault(page.standing(), 0);
        if (all == 0) {
            lines.add("");
            lines.add(
                    everything == 0
                            ? wording.say("facts.none")
                            : wording.say("facts.of-others", wording.whole(everything)));
        } else if (rows.size() < all) {
            lines.add("");
            lines.add(style.note(wording.say("facts.page", wording.whole(rows.size()), wording.whole(all))));
        }
        if (rows.stream().anyMatch(FactRow::isCountedAtAnother)) {
            lines.add("");
            DisplayText.wrap(wording.say("facts.counted-at"), TextTable.SCREEN)
                    .forEach(line -> lines.add(style.note(line)));
        }
        return lines;
    }

    /** What the facts are called: just records where they are all of one kind, as those of a count. */
    private static String name(FactPage.Standing kind, CountedFacts facts) {
        Map<FactPage.Standing, Integer> counts = FactPage.counts(facts);
        if (counts.values().stream().filter(count -> count > 0).count() == 1 && kind == FactPage.Standing.HIT) {
            return "facts.all";
        }
        boolean isDividend = kind == FactPage.Standing.HIT && !facts.divisor().isEmpty();
        return isDividend ? "facts.dividend" : "facts." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** A line for each fact; two where one would be too wide. */
    private List<String> table(List<FactRow> facts, Wording wording, TextStyle style) {
        List<List<String>> cells =
                facts.stream().map(fact -> cells(fact, wording)).toList();
        int columns = cells.isEmpty() ? 0 : cells.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> DisplayText.widest(
                        cells.stream().map(row -> row.get(column)).toList()))
                .toArray();
        int whole = IntStream.of(widths)
                .filter(width -> width > 0)
                .map(width -> TextTable.GAP.length() + width)
                .sum();
        List<String> lines = new ArrayList<>();
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                if (widths[column] > 0) {
                    boolean isLast = column == columns - 1;
                    line.append(TextTable.GAP)
                            .append(
                                    isLast
                                            ? DisplayText.padStart(row.get(column), widths[column])
                                            : DisplayText.padEnd(row.get(column), widths[column]));
                }
            }
            if (whole <= style.columns()) {
                lines.add(line.toString().stripTrailing());
            } else {
                String text = String.join(
                        TextTable.GAP,
                        row.stream().filter(cell -> !cell.isEmpty()).toList());
                DisplayText.wrap(text, TextTable.SCREEN - TextTable.GAP.length())
                        .forEach(part -> lines.add(TextTable.GAP + part));
            }
        }
        return lines;
    }

    private List<String> cells(FactRow fact, Wording wording) {
        Money amount = fact.amount();
        return Stream.of(
                        minute(fact.countedAt()),
                        wording.say("fact." + fact.type()),
                        fact.id(),
                        fact.customer() == null || fact.customer().equals(fact.id()) ? "" : fact.customer(),
                        fact.owner() == null ? "" : fact.owner(),
                        new OutcomeWording(wording).of(fact.outcome()),
                        amount == null ? "" : wording.value(Amount.from(amount)))
                .map(DisplayText::oneLine)
                .toList();
    }

    private String minute(Instant moment) {
        return moment.atZone(history.zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }

    @Override
    public List<String> lines(GroupedAnalysis<Behind> groups, Wording wording, TextStyle style) {
        List<String> lines = new ArrayList<>();
        groups.groups().forEach(group -> {
            lines.add(style.heading(
                    wording.say("labelled", wording.dimensions(groups.dimensions()), wording.key(group.key()))));
            lines.addAll(lines(group.analysis(), wording, style));
            lines.add("");
        });
        lines.add(style.heading(wording.say("total")));
        lines.addAll(lines(groups.total(), wording, style));
        return lines;
    }
}
