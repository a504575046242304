package org.saleskpi.cli.output.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saleskpi.cli.Run;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;

/** Holds every number of workbooks of the sample company against the one in the JSON report. */
final class WorkbookAgainstJsonTest {

    private static final Path DATA =
            Path.of("").toAbsolutePath().resolve("../sample/data").normalize();

    @TempDir
    private Path folder;

    private WorkbookFile workbook(String... args) {
        return WorkbookFile.of(folder, with(args));
    }

    private static Map<String, @Nullable Object> json(String... args) {
        return Json.object(Run.of(Stream.concat(Stream.of("report", "--format", "json"), Arrays.stream(with(args)))
                        .toArray(String[]::new))
                .out());
    }

    private static String[] with(String... args) {
        return Stream.concat(
                        Stream.of("--data", DATA.toString(), "--zone", "Europe/Paris", "--currency", "EUR"),
                        Arrays.stream(args))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03", "2025", "2026-Q1", "2024"})
    void theTableOfIndicatorsHasEveryNumber(String period) {
        WorkbookFile file = workbook("--period", period);
        Map<String, @Nullable Object> answers = indicators(json("--period", period));
        List<Map<String, @Nullable XSSFCell>> rows = file.rows("Indicators");
        assertThat(rows)
                .extracting(row -> WorkbookFile.text(row.get("Key")))
                .containsExactlyElementsOf(answers.keySet());
        for (Map<String, @Nullable XSSFCell> row : rows) {
            Map<String, @Nullable Object> answer = map(answers.get(WorkbookFile.text(row.get("Key"))));
            number(row, "Value", value(answer));
            number(row, "Numerator", first(answer, "hits", "dividend", "total", "totalDays"));
            number(row, "Denominator", answer.containsKey("amount") ? null : denominator(answer));
            number(row, "Open", first(answer, "open"));
            number(row, "Rate of the decided", first(answer, "decided"));
            number(row, "Rate at most", first(answer, "ceiling"));
            number(row, "Median", first(answer, "medianDays"));
        }
    }

    private static @Nullable Object denominator(Map<String, @Nullable Object> answer) {
        if (answer.containsKey("hits")) {
            return answer.get("total");
        }
        return answer.size() == 1 ? null : first(answer, "divisor", "count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "region"})
    void theTablesOfGroupsAndPeriodsHaveEveryNumber(String dimension) {
        String heading = dimension.substring(0, 1).toUpperCase(Locale.ROOT) + dimension.substring(1);
        WorkbookFile file = workbook("--period", "2025", "--every", "month", "--by", dimension);
        Map<String, @Nullable Object> json = json("--period", "2025", "--every", "month", "--by", dimension);

        rows(file.rows("Periods"), list(json.get("total")));

        List<Object> whole = new ArrayList<>();
        asRead(list(json("--period", "2025", "--by", dimension).get("groups")))
                .forEach(group -> whole.add(map(group).get("report")));
        rows(file.rows("Groups"), whole);

        List<Map<String, @Nullable XSSFCell>> crossed = file.rows("Crossed");
        List<Map<String, @Nullable XSSFCell>> listed = file.rows("GroupsInPeriods");
        List<Object> groups = asRead(list(json.get("groups")));
        List<Object> reports = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            List<Object> series = list(map(groups.get(i)).get("series"));
            reports.addAll(series);
            Object key = map(groups.get(i)).get("key");
            for (int month = 0; month < series.size(); month++) {
                Map<String, @Nullable XSSFCell> row = listed.get(i * series.size() + month);
                assertThat(WorkbookFile.text(row.get(heading))).isEqualTo(key == null ? "(unassigned)" : key);
                assertThat(WorkbookFile.text(row.get("Period"))).isEqualTo("2025-%02d".formatted(month + 1));
            }
            crossed(crossed, i, groups.size(), series);
        }
        rows(listed, reports);
    }

    /** Groups in the order of English, what is unassigned last. */
    private static List<Object> asRead(List<Object> groups) {
        Comparator<@Nullable String> names = Comparator.nullsLast(Collator.getInstance(Locale.ENGLISH)::compare);
        List<Object> sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.comparing(group -> (String) map(group).get("key"), names));
        return sorted;
    }

    @Test
    void theYearBeforeHasTheNumbersOfAReportOnIt() {
        WorkbookFile file = workbook("--period", "2026-Q1", "--every", "month");
        rows(
                file.rows("YearBefore"),
                list(json("--period", "2025-Q1", "--every", "month").get("series")));
    }

    private static void rows(List<Map<String, @Nullable XSSFCell>> rows, List<Object> reports) {
        assertThat(rows).hasSameSizeAs(reports);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, @Nullable Object> answers = indicators(map(reports.get(i)));
            for (Indicator<?> indicator : SalesIndicators.all()) {
                number(rows.get(i), indicator.name(Locale.ENGLISH), value(map(answers.get(indicator.key()))));
            }
        }
    }

    private static void crossed(
            List<Map<String, @Nullable XSSFCell>> rows, int group, int groups, List<Object> series) {
        List<Indicator<?>> indicators = SalesIndicators.all();
        assertThat(rows).hasSize(groups * indicators.size());
        for (int i = 0; i < indicators.size(); i++) {
            Map<String, @Nullable XSSFCell> row = rows.get(i * groups + group);
            assertThat(WorkbookFile.text(row.get("Indicator")))
                    .isEqualTo(indicators.get(i).name(Locale.ENGLISH));
            for (int month = 0; month < series.size(); month++) {
                Map<String, @Nullable Object> answers = indicators(map(series.get(month)));
                number(
                        row,
                        "2025-%02d".formatted(month + 1),
                        value(map(answers.get(indicators.get(i).key()))));
            }
        }
    }

    private static void number(Map<String, @Nullable XSSFCell> row, String column, @Nullable Object expected) {
        assertThat(row).containsKey(column);
        Double wanted = expected instanceof String amount ? Double.valueOf(amount) : (Double) expected;
        assertThat(WorkbookFile.number(row.get(column))).as(column).isEqualTo(wanted);
    }

    /** What is reported of an answer; nothing of a rate of which all cases are open. */
    private static @Nullable Object value(Map<String, @Nullable Object> answer) {
        if (answer.containsKey("rate") && answer.get("decided") == null) {
            return null;
        }
        for (String name : List.of("rate", "ratio", "mean", "meanDays", "amount", "count")) {
            if (answer.containsKey(name)) {
                return answer.get(name);
            }
        }
        throw new AssertionError(answer);
    }

    private static @Nullable Object first(Map<String, @Nullable Object> answer, String... names) {
        return Stream.of(names)
                .filter(answer::containsKey)
                .findFirst()
                .map(answer::get)
                .orElse(null);
    }

    private static Map<String, @Nullable Object> indicators(Map<String, @Nullable Object> report) {
        return map(report.get("indicators"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object object) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(object);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(@Nullable Object object) {
        return (List<Object>) Objects.requireNonNull(object);
    }
}
