package org.saleskpi.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sample.SampleCompany;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.KpiValue;

/** What the Javadoc shows is what happens. */
class JavadocExamplesTest {

    private static final Path CORE = Path.of("../../kpi-core/src/main/java");
    private static final Path INTAKE = Path.of("../intake/src/main/java");
    private static final Path JACKSON = Path.of("../jackson/src/main/java");
    private static final Path OUTPUT = Path.of("../output/src/main/java");
    private static final Path SAMPLE = Path.of("../sample/src/main/java");
    private static final Path WORKBOOK = Path.of("../workbook/src/main/java");

    /** Where the indicators of the catalogue are. */
    private static final List<String> PAGES = List.of(
            "SalesIndicators",
            "ActivityIndicators",
            "PipelineIndicators",
            "CustomerIndicators",
            "RecurringRevenueIndicators");

    @TestFactory
    Stream<DynamicTest> everyExampleCompilesAndItsAssertionsHold(@TempDir Path folder) {
        return Stream.of(CORE, INTAKE, JACKSON, OUTPUT, SAMPLE, WORKBOOK)
                .flatMap(module -> Snippets.javaFiles(module).stream()
                        .flatMap(source -> Snippets.inJavadoc(source).stream()
                                .map(example -> DynamicTest.dynamicTest(
                                        module.relativize(source) + ": "
                                                + example.lines().findFirst().orElse(""),
                                        () -> Snippets.run(example, folder)))));
    }

    @Test
    void thereAreExamplesToCheck() {
        assertThat(examples(CORE)).isGreaterThan(15);
        assertThat(examples(INTAKE)).isGreaterThan(3);
        assertThat(examples(JACKSON)).isGreaterThan(1);
        assertThat(examples(OUTPUT)).isGreaterThan(5);
        assertThat(examples(SAMPLE)).isPositive();
        assertThat(examples(WORKBOOK)).isPositive();
    }

    private static long examples(Path module) {
        return Snippets.javaFiles(module).stream()
                .mapToLong(source -> Snippets.inJavadoc(source).size())
                .sum();
    }

    @Test
    void anExampleThatIsWrongFails(@TempDir Path folder) {
        assertThatThrownBy(() -> Snippets.run("assert DateRange.year(2026).toString().equals(\"2027\");", folder))
                .isInstanceOf(InvocationTargetException.class)
                .hasRootCauseInstanceOf(AssertionError.class);
    }

    /** The worked example of each indicator is the first quarter of 2026 of the sample company. */
    @TestFactory
    Stream<DynamicTest> everyWorkedExampleOfTheCatalogueIsTrue() {
        KpiReport report = KpiCalculator.of(new SampleCompany().history())
                .during(DateRange.quarter(2026, 1))
                .only(IndicatorCatalogue.all().toArray(Indicator<?>[]::new))
                .report();
        return IndicatorCatalogue.all().stream()
                .map(indicator -> DynamicTest.dynamicTest(
                        indicator.key(),
                        () -> assertThat(item("Example", indicator)).contains(answer(report, indicator))));
    }

    @TestFactory
    Stream<DynamicTest> everyIndicatorOfTheCatalogueTellsItsKeyItsNamesAndWhichWayIsBetter() {
        return IndicatorCatalogue.all().stream()
                .map(indicator -> DynamicTest.dynamicTest(indicator.key(), () -> {
                    assertThat(item("Key", indicator))
                            .isEqualTo("{@code " + indicator.key() + "}: " + indicator.name(Locale.ENGLISH) + ", "
                                    + indicator.name(Locale.FRENCH) + ".");
                    String unit = item("Unit", indicator);
                    switch (indicator.direction()) {
                        case MORE_IS_BETTER -> assertThat(unit).endsWith("; more is better.");
                        case LESS_IS_BETTER -> assertThat(unit).endsWith("; less is better.");
                        case NEITHER -> assertThat(unit).doesNotContain("better");
                    }
                }));
    }

    private static <V extends KpiValue<V>> String answer(KpiReport report, Indicator<V> indicator) {
        return report.get(indicator).toString();
    }

    /** The text of an item of the Javadoc that stands before the indicator's key. */
    private static String item(String title, Indicator<?> indicator) {
        String key = "\"" + indicator.key() + "\"";
        String source = PAGES.stream()
                .map(page -> Snippets.read(CORE.resolve("org/saleskpi/indicator/" + page + ".java")))
                .filter(page -> page.contains(key))
                .findFirst()
                .orElseThrow();
        String before = source.substring(0, source.indexOf(key));
        String start = "<li>" + title + ": ";
        String item = before.substring(before.lastIndexOf(start) + start.length());
        return item.split("<li>|</ul>", 2)[0].replaceAll("\\s+\\*?\\s*", " ").strip();
    }
}
