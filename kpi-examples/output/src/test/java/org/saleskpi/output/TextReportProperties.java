package org.saleskpi.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

final class TextReportProperties {

    private static final String NARROW = "abc XYZ-é'ß.";
    private static final String WIDE = "東京都가ア！😀✅";
    private static final String WITHOUT_WIDTH = "\u0301\u0327\u20DD\u200B";

    private static final LocalDate START = LocalDate.parse("2026-01-01");

    /** The columns of a line that holds nothing but the characters above and those of the reports. */
    private static int columns(String line) {
        return line.codePoints()
                .map(character -> WITHOUT_WIDTH.indexOf(character) >= 0 ? 0 : WIDE.indexOf(character) >= 0 ? 2 : 1)
                .sum();
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> characters = Arbitraries.of((NARROW + WIDE + WITHOUT_WIDTH)
                .codePoints()
                .mapToObj(Character::toString)
                .toList());
        return Arbitraries.oneOf(
                        characters.list().ofMinSize(1).ofMaxSize(12).map(parts -> String.join("", parts)),
                        characters.list().ofMinSize(20).ofMaxSize(200).map(parts -> String.join("", parts)),
                        Arbitraries.of("Ouest", "東".repeat(90), "x".repeat(300), "e\u0301".repeat(100)))
                .filter(name -> !name.matches("(?U)[\\s\\u00a0\\u2007\\u202f\\u200b\\u2060\\ufeff]*"));
    }

    @Provide
    Arbitrary<Question> questions() {
        Arbitrary<DateRange> dates =
                Arbitraries.integers().between(1, 120).map(days -> DateRange.of(START, START.plusDays(days)));
        Arbitrary<@Nullable CalendarUnit> units =
                Arbitraries.of(CalendarUnit.class).injectNull(0.3);
        return Combinators.combine(histories(), dates, names(), units, Arbitraries.of(0, 1, 2), languages())
                .as((history, range, name, unit, by, locale) -> {
                    Dimension region = history.calls().isEmpty()
                            ? Dimension.attribute(name)
                            : Dimension.attribute(history.calls()
                                    .get(0)
                                    .attributes()
                                    .keySet()
                                    .iterator()
                                    .next());
                    return new Question(
                            KpiCalculator.of(history),
                            range,
                            by == 2 ? List.of(new Filter(Dimension.OWNER, Arrays.asList(name, null))) : List.of(),
                            List.of(List.<Dimension>of(), List.of(region), List.of(Dimension.OWNER, region))
                                    .get(by),
                            SalesIndicators.all(),
                            unit,
                            null,
                            null,
                            Presentation.in(locale));
                });
    }

    private static Arbitrary<Locale> languages() {
        return Arbitraries.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN);
    }

    private Arbitrary<SalesHistory> histories() {
        Arbitrary<Long> amounts = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 10_000_00), Arbitraries.longs().between(0, Long.MAX_VALUE / 16));
        return Combinators.combine(
                        names(),
                        names().list().ofMaxSize(8),
                        amounts.list().ofMaxSize(8),
                        Arbitraries.of(CurrencyUnit.EUR, CurrencyUnit.JPY, CurrencyUnit.of("TND")))
                .as((attribute, owners, amountsInMinorUnits, currency) -> {
                    Instant start = START.atStartOfDay(ZoneId.of("UTC")).toInstant();
                    List<Call> calls = new ArrayList<>();
                    for (int i = 0; i < owners.size(); i++) {
                        calls.add(Call.builder("k" + i, start.plus(3L * i, ChronoUnit.DAYS))
                                .owner(owners.get(i))
                                .attribute(attribute, owners.get(i))
                                .outcome(i % 3 == 0 ? null : Call.Outcome.DISCUSSION)
                                .build());
                    }
                    List<Contract> contracts = new ArrayList<>();
                    for (int i = 0; i < amountsInMinorUnits.size(); i++) {
                        contracts.add(Contract.builder(
                                        "s" + i,
                                        start.plus(5L * i, ChronoUnit.DAYS),
                                        Money.ofMinor(currency, amountsInMinorUnits.get(i)))
                                .customer("c")
                                .build());
                    }
                    return SalesHistory.builder(ZoneId.of("UTC"), currency)
                            .customers(List.of(Customer.builder("c", start).build()))
                            .calls(calls)
                            .contracts(contracts)
                            .build();
                });
    }

    private static String text(Question question, TextStyle style) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TextReport(style).write(question, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void noLineIsWiderThan80Columns(@ForAll("questions") Question question) throws IOException {
        assertThat(text(question, TextStyle.PLAIN).lines())
                .allSatisfy(line -> assertThat(columns(line)).as(line).isLessThanOrEqualTo(80))
                .noneMatch(line -> line.endsWith(" "));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void whatATerminalShowsIsThePlainText(@ForAll("questions") Question question) throws IOException {
        String shown = text(question, TextStyle.TERMINAL);
        assertThat(shown).contains("\u001B[1m");
        assertThat(shown.replaceAll("\u001B\\[\\d+m", "")).isEqualTo(text(question, TextStyle.PLAIN));
        // A line that is cut off, by a pager or a filter, leaves no style behind.
        assertThat(shown.lines())
                .allMatch(line ->
                        !line.contains("\u001B") || line.lastIndexOf("\u001B[0m") == line.lastIndexOf("\u001B"));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void brokenTextIsAllThereAndNoLineOfItIsWiderThanItMayBe(@ForAll("names") String name) {
        List<String> lines = DisplayText.wrap(name, 16);
        assertThat(lines).allSatisfy(line -> assertThat(columns(line)).isLessThanOrEqualTo(16));
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(name.replace(" ", ""));
    }
}
