package org.saleskpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TargetOptionsTest {

    private static final String HEADER = "indicator,period,group,at_least,at_most\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void aFileOfTargetsIsHeldAgainstTheReport() {
        assertThat(report(file("revenue,2026-Q1,,9000,\nwin-rate,2026,,,25 %\n"))
                        .out())
                .contains("\"atLeast\" : \"3100.00\"", "\"atMost\" : 0.25", "\"met\" : false");
    }

    @Test
    void theTargetsOfTheFolderAreUsedAsFarAsTheyCanBe() {
        SampleFolder.file(folder, "targets.csv", HEADER + "calls,2026-03,,1,\ncalls,2026-03,alice,1,\n");

        assertThat(report().out()).contains("\"target\"");
        assertThat(report("--targets", "none").out()).doesNotContain("\"target\"");
        Run narrowed = report("--where", "owner=alice");
        assertThat(narrowed.out()).doesNotContain("\"target\"");
        assertThat(narrowed.complaints())
                .contains("targets.csv: left out, because targets are not for what --where narrows to");
        assertThat(report("--by", "region").complaints())
                .contains("targets.csv: targets of groups are left out, because 1 is not for groups by region");
    }

    @Test
    void whatIsWrongWithAFileIsToldByLine() {
        Run run = report(file("""
                revenu,2026,,1,
                calls,2026-Q9,,1,
                calls,2026,,,
                calls,2026,,2,1
                calls,2026,,5 %,
                calls,2025,,1,
                calls,2025,,2,
                calls,FY2026-Q5,,2,
                """));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.complaints())
                .anyMatch(line -> line.startsWith("aims.csv:2: indicator: \"revenu\" is not the key"))
                .anyMatch(line -> line.startsWith("aims.csv:3: period: \"2026-Q9\" is not a period such as 2026-03, "))
                .contains(
                        "aims.csv:4: at_least: is missing, and so is at_most: expected at least one of the two",
                        "aims.csv:5: at_least: \"2\" is above at_most \"1\"",
                        "aims.csv:6: at_least: \"5 %\" is not a number with a point as decimal mark",
                        "aims.csv:8: indicator: \"calls\" has a target for that period and group already, in aims.csv:7");
    }

    @Test
    void whatIsWrongWithAFileAsAWholeIsToldInFrenchToo() {
        Path file = SampleFolder.file(folder, "aims.csv", "indicator,period\n");
        assertThat(report("--targets", file.toString()).complaints())
                .containsExactly("aims.csv: at_least: is missing from the header: indicator, period");
        assertThat(report("--targets", file.toString(), "--lang", "fr").err()).contains("manque dans l’en-tête");
    }

    @Test
    void whatIsWrongWithALineIsToldInFrenchToo() {
        String[] aims = file("calls,2026-13,,1,\ncalls,FY2026-Q5,,1,\ncalls,FY2026-W07,,1,\nrevenu,2026,,1,\n");
        Run run = report(aims[0], aims[1], "--lang", "fr");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().replaceAll("[\u00A0\u202F]", " ").lines().filter(line -> line.startsWith("aims")))
                .containsExactly(
                        "aims.csv:2: period: « 2026-13 » n’est pas une période comme 2026-03, 2026-Q1, 2026 ou FY2026-Q1",
                        "aims.csv:3: period: « FY2026-Q5 » : cette année du calendrier iso a les trimestres 1 à 4, pas 5",
                        "aims.csv:4: period: « FY2026-W07 » : les années du calendrier iso ne commencent pas par une"
                                + " semaine, si bien que leurs semaines n’ont pas de numéro",
                        "aims.csv:5: indicator: « revenu » n’est pas la clé d’un indicateur");
        String[] groups = file("calls,2026,nobody,1,\n");
        assertThat(report(groups[0], groups[1], "--by", "owner", "--lang", "fr")
                        .err()
                        .replaceAll("[\u00A0\u202F]", " "))
                .endsWith("aims.csv:2: group: « nobody » n’est pas une clé de ce qui est groupé\n");
    }

    /** Before anything is read: there may be millions of records. */
    @Test
    void aFileThatIsNotThereIsToldFirst() {
        for (List<String> option : List.of(
                List.of("--targets", "a CSV file of targets", "un fichier CSV d’objectifs"),
                List.of(
                        "--holidays",
                        "a text file with a date on each line",
                        "un fichier texte avec une date par ligne"),
                List.of("--mapping", "a mapping file", "un fichier de mapping"))) {
            String name = option.get(0);
            Run missing = report(name, "none-such");
            assertThat(missing.exitCode()).isEqualTo(1);
            assertThat(missing.err()).isEqualTo(name + " \"none-such\" is not there, expected " + option.get(1) + "\n");
            assertThat(report(name, folder.toString()).err())
                    .isEqualTo(name + " \"" + folder + "\" is a folder, expected " + option.get(1) + "\n");
            assertThat(report(name, "none-such", "--lang", "fr").err().replaceAll("[\u00A0\u202F]", " "))
                    .isEqualTo(name + " « none-such » n’est pas là ; il faut " + option.get(2) + "\n");
        }
        assertThat(report("--mapping", "hubspot").err())
                .isEqualTo("--mapping \"hubspot\" is not there; did you mean --source hubspot?\n");
    }

    /** Here there are no records to read. */
    @Test
    void whatIsWrongWithAFileOfAnOptionIsToldFirst() {
        String none = folder.resolve("none").toString();
        String[] aims = file("revenu,2026,,1,\n");
        Run run = Run.of("report", "--data", none, "--period", "2026", aims[0], aims[1]);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.complaints())
                .containsExactly("aims.csv:2: indicator: \"revenu\" is not the key of an indicator");
        String holidays = SampleFolder.file(folder, "holidays.txt", "monday\n").toString();
        assertThat(Run.of("report", "--data", none, "--period", "2026", "--holidays", holidays)
                        .complaints())
                .containsExactly("holidays.txt:1: date: \"monday\" is not a date such as 2026-05-01");
    }

    @Test
    void whatTargetsDoNotGoWithIsTold() {
        String[] aims = file("calls,2026,nobody,1,\n");
        assertThat(report(aims[0], aims[1], "--where", "owner=alice").exitCode())
                .isEqualTo(2);
        assertThat(report(aims[0], aims[1], "--by", "owner,region").exitCode()).isEqualTo(2);
        Run unknown = report(aims[0], aims[1], "--by", "owner");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.complaints()).contains("aims.csv:2: group: \"nobody\" is not a key of what is grouped by");
        assertThat(report(aims).exitCode()).isZero();
    }

    @Test
    void targetsThatAreForNothingThatIsAskedAreToldSo() {
        for (String rows : List.of(
                "calls,2025-03,,20,\n",
                "nps,2026-03,,20,\n",
                "calls,2026-03,alice,20,\n",
                "calls,2026-03-05,,20,\n",
                "")) {
            String[] aims = file(rows);
            Run run = report(aims);
            assertThat(run.exitCode()).isZero();
            assertThat(run.complaints())
                    .as(rows)
                    .containsExactly(
                            "--targets " + aims[1] + ": none of its targets is for an indicator and a period of"
                                    + " the report (the same period, one around it, or shorter ones that fill it), in"
                                    + " total or for a group of --by");
        }
        for (String rows : List.of("calls,2026-03,,20,\n", "calls,2026,,20,\n", weeks())) {
            assertThat(report(file(rows)).complaints()).as(rows).isEmpty();
        }
        String[] day = file("calls,2026-03-05,,20,\n");
        assertThat(report(day[0], day[1], "--every", "day").complaints()).isEmpty();
        String[] group = file("calls,2026-03,alice,20,\n");
        assertThat(report(group[0], group[1], "--by", "owner").complaints()).isEmpty();
    }

    @Test
    void holidaysAreNoWorkingDays() {
        Path holidays = SampleFolder.file(folder, "holidays.txt", "2026-03-02\n\n2026-03-03\n");
        String[] aims = file("calls,2026-03,,20,\n");
        assertThat(report(aims[0], aims[1], "--as-of", "2026-03-05", "--holidays", holidays.toString())
                        .out())
                .contains("\"expected\" : 1.0,");
        assertThat(report("--holidays", holidays.toString()).complaints())
                .containsExactly("--holidays is left out: it is for the pace of targets, and the report has none");
        SampleFolder.file(folder, "targets.csv", HEADER + "calls,2026-02,,20,\n");
        assertThat(report("--holidays", holidays.toString()).complaints())
                .containsExactly("--holidays is left out: it is for the pace of targets, and the report has none");
        SampleFolder.file(folder, "targets.csv", HEADER + "calls,2026,,20,\n");
        assertThat(report("--holidays", holidays.toString()).complaints()).isEmpty();
        SampleFolder.file(folder, "holidays.txt", "2026-03-02\nmonday\n");
        Run bad = report("--holidays", holidays.toString());
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.complaints()).contains("holidays.txt:2: date: \"monday\" is not a date such as 2026-05-01");
    }

    /** Days and weeks that together are March 2026. */
    private static String weeks() {
        return """
                calls,2026-03-01,,1,
                calls,2026-W10,,5,
                calls,2026-W11,,5,
                calls,2026-W12,,5,
                calls,2026-W13,,5,
                calls,2026-03-30,,1,
                calls,2026-03-31,,1,
                """;
    }

    private String[] file(String rows) {
        return new String[] {
            "--targets", SampleFolder.file(folder, "aims.csv", HEADER + rows).toString()
        };
    }

    private Run report(String... args) {
        List<String> all = new ArrayList<>(
                List.of("report", "--data", folder.toString(), "--format", "json", "--period", "2026-03"));
        all.addAll(List.of(args));
        return Run.of(all.toArray(String[]::new));
    }
}
