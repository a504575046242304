package org.saleskpi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change of the public API is a change of the file that lists it, for a reviewer to see. */
class PublicApiTest {

    private static final Path LIST = Path.of("src/test/resources/org/saleskpi/api/public-api.txt");
    private static final List<String> NOW = PublicApi.lines();

    @Test
    void isTheOneThatIsListed() throws IOException {
        if (Boolean.getBoolean("api.update")) {
            Files.write(LIST, NOW);
        }
        List<String> listed = Files.readAllLines(LIST);

        assertThat(differences(withTypes(listed), withTypes(NOW)))
                .as(
                        "The public API is not the one in %s. Where that is meant, write the list anew and commit it:"
                                + " mvn test -pl kpi-core -Dtest=PublicApiTest -Dapi.update=true",
                        LIST)
                .isEmpty();
        assertThat(listed).as("The order of %s", LIST).isEqualTo(NOW);
    }

    @Test
    void membersAreListedBelowTheirTypes() {
        assertThat(NOW)
                .contains(
                        "final class org.saleskpi.KpiCalculator",
                        "    static KpiCalculator of(SalesHistory)",
                        "record org.saleskpi.time.DateRange",
                        "    new(LocalDate, LocalDate)",
                        "    LocalDate startInclusive()",
                        "enum org.saleskpi.time.CalendarUnit",
                        "    static final CalendarUnit MONTH")
                .noneMatch(line -> line.contains("engine"))
                .noneMatch(line -> line.contains("PeriodAnswers"));
    }

    @Test
    void aDifferenceNamesTheMemberAndItsType() {
        List<String> before = List.of("class a.B", "    int c()", "    int d()");
        List<String> after = List.of("class a.B", "    int d()", "    long c()");

        assertThat(differences(withTypes(before), withTypes(after)))
                .containsExactly("- class a.B: int c()", "+ class a.B: long c()");
    }

    /** Each member behind its type. */
    private static List<String> withTypes(List<String> lines) {
        List<String> members = new ArrayList<>();
        String type = "";
        for (String line : lines) {
            if (!line.startsWith(" ")) {
                type = line;
            }
            members.add(line.startsWith(" ") ? type + ": " + line.strip() : type);
        }
        return members;
    }

    private static List<String> differences(List<String> before, List<String> after) {
        List<String> differences = new ArrayList<>();
        before.stream().filter(line -> !after.contains(line)).forEach(line -> differences.add("- " + line));
        after.stream().filter(line -> !before.contains(line)).forEach(line -> differences.add("+ " + line));
        return differences;
    }
}
