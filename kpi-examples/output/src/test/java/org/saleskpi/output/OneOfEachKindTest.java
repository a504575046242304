package org.saleskpi.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;

/** Each kind of answer in each output for programs, and in words. */
final class OneOfEachKindTest {

    @Test
    void answersAreObjectsOfJson() throws IOException {
        assertThat(json(OneOfEachKind.defined())).endsWith(compact("""
                "indicators": {
                  "count": {"count": 120},
                  "amount": {"amount": "15200.00", "currency": "EUR"},
                  "mean-amount": {"total": "15200.00", "currency": "EUR", "count": 4, "mean": "3800.00"},
                  "days": {"count": 3, "totalDays": 90, "meanDays": 30.0, "medianDays": 29.0},
                  "waits": {"count": 9, "totalHours": 90, "meanHours": 10.0, "medianHours": 4.0, "misses": 1, "open": 3},
                  "rate": {"hits": 3, "misses": 5, "open": 32, "total": 40,
                           "rate": 0.075, "decided": 0.375, "ceiling": 0.875},
                  "rate-of-amounts": {"hits": "9000.00", "misses": "3000.00", "open": "6000.00", "total": "18000.00",
                                      "currency": "EUR", "rate": 0.5, "decided": 0.75, "ceiling": 0.8333333333333334},
                  "ratio": {"dividend": 9, "divisor": 12, "ratio": 0.75},
                  "ratio-of-amounts": {"dividend": "10500.00", "divisor": "10000.00", "currency": "EUR", "ratio": 1.05},
                  "score": {"promoters": 7, "passives": 2, "detractors": 1, "count": 10, "score": 60.0},
                  "velocity": {"open": 12, "decided": 8, "accepted": 4, "valued": 4, "amount": "8000.00", "days": 60,
                               "currency": "EUR", "amountPerDay": 800.0}
                }}
                """));
    }

    @Test
    void whatIsUndefinedIsNullBesideItsParts() throws IOException {
        assertThat(json(OneOfEachKind.undefined())).endsWith(compact("""
                "indicators": {
                  "waits": {"count": 0, "totalHours": 0, "meanHours": null, "medianHours": null, "misses": 0, "open": 0},
                  "rate-of-amounts": {"hits": "0.00", "misses": "0.00", "open": "0.00", "total": "0.00",
                                      "currency": "EUR", "rate": null, "decided": null, "ceiling": null},
                  "ratio-of-amounts": {"dividend": "10500.00", "divisor": "0.00", "currency": "EUR", "ratio": null},
                  "score": {"promoters": 0, "passives": 0, "detractors": 0, "count": 0, "score": null},
                  "velocity": {"open": 12, "decided": 4, "accepted": 0, "valued": 0, "amount": "0.00", "days": 0,
                               "currency": "EUR", "amountPerDay": null}
                }}
                """));
    }

    private static String json(Map<String, KpiValue<?>> values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(OneOfEachKind.report(values), Map.of(), out);
        return compact(out.toString(StandardCharsets.UTF_8));
    }

    private static String compact(String json) {
        return json.replaceAll("\\s", "");
    }

    @Test
    void answersAreRowsOfTheTidyTable() throws IOException {
        assertThat(csv(OneOfEachKind.defined()))
                .containsExactly(
                        "count,120,,,,count",
                        "amount,15200.00,,,,EUR",
                        "mean-amount,3800.00,15200.00,4,,EUR",
                        "days,30.0,90,3,,days",
                        "days-median,29.0,,,,days",
                        "waits,10.0,90,9,3,hours",
                        "waits-median,4.0,,,,hours",
                        "rate,0.075,3,40,32,rate",
                        "rate-of-amounts,0.5,9000.00,18000.00,6000.00,rate",
                        "ratio,0.75,9,12,,ratio",
                        "ratio-of-amounts,1.05,10500.00,10000.00,,ratio",
                        "score,60.0,6,10,,score",
                        "velocity,800.0,,,,EUR/day");
    }

    @Test
    void whatIsUndefinedIsAnEmptyCellOfTheTidyTable() throws IOException {
        assertThat(csv(OneOfEachKind.undefined()))
                .containsExactly(
                        "waits,,0,0,0,hours",
                        "waits-median,,,,,hours",
                        "rate-of-amounts,,0.00,0.00,0.00,rate",
                        "ratio-of-amounts,,10500.00,0.00,,ratio",
                        "score,,0,0,,score",
                        "velocity,,,,,EUR/day");
    }

    /** The cells between the group and the terms. */
    private static List<String> csv(Map<String, KpiValue<?>> values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TidyCsv(CsvDialect.STANDARD).write(OneOfEachKind.report(values), out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.replace("2026-03-01,2026-04-01,total,,", "").replaceFirst(",,,$", ""))
                .toList();
    }

    @Test
    void answersHaveTheirUnitsAndPartsInWords() {
        assertThat(words(OneOfEachKind.defined(), Locale.UK))
                .containsExactly(
                        "120",
                        "€15,200.00",
                        "€3,800.00: €15,200.00 / 4",
                        "30.0 d: 90 d / 3, median 29.0",
                        "10.0 h: 90 h / 9, median 4.0; 1 without result, 3 open",
                        "7.5%: 3 of 40, 32 open; 37.5% of the decided, at most 87.5%",
                        "50.0%: €9,000.00 of €18,000.00, €6,000.00 open; 75.0% of the decided, at most 83.3%",
                        "0.75: 9 / 12",
                        "1.05: €10,500.00 / €10,000.00",
                        "60.0: promoters: 7, passives: 2, detractors: 1",
                        "€800.00 a day: 12 open, 4 of 8; €8,000.00 / 4, 60 d / 4");
        assertThat(words(OneOfEachKind.undefined(), Locale.FRANCE))
                .containsExactly(
                        "–: 0 cas; 0 sans suite, 0 en suspens",
                        "–: 0,00 € sur 0,00 €",
                        "–: 10 500,00 € / 0,00 €",
                        "–: promoteurs : 0, passifs : 0, détracteurs : 0",
                        "–: 12 en suspens, 0 sur 4; 0,00 € / 0, 0 j / 0");
    }

    @Test
    void aRateOfWhichNothingIsDecidedIsItsCounts() {
        Wording wording = new Wording(Locale.UK);
        assertThat(wording.details(Rate.of(0, 0, 2))).containsExactly(List.of("0 of 2", "2 open"));
        RateOfAmounts undecided =
                RateOfAmounts.of(Money.parse("EUR 0.00"), Money.parse("EUR 0.00"), Money.parse("EUR 2.00"));
        assertThat(wording.details(undecided)).containsExactly(List.of("€0.00 of €2.00", "€2.00 open"));
    }

    private static List<String> words(Map<String, KpiValue<?>> values, Locale locale) {
        Wording wording = new Wording(locale);
        return values.values().stream()
                .map(value -> wording.value(value)
                        + wording.details(value).stream()
                                .map(phrases -> String.join(", ", phrases))
                                .filter(line -> !line.isEmpty())
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining("; "), all -> all.isEmpty() ? "" : ": " + all)))
                .map(text -> text.replaceAll("[\\u00A0\\u202F]", " "))
                .toList();
    }
}
