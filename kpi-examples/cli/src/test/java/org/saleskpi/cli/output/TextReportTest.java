package org.saleskpi.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.cli.Run;
import org.saleskpi.cli.SampleFolder;
import org.saleskpi.output.wording.DisplayText;

final class TextReportTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeSample() {
        SampleFolder.write(folder);
    }

    @Test
    void oneReportShowsEachNumberWithWhatItIsMadeOf() {
        assertThat(text("en", "--period", "2026-03")).isEqualTo("""
                        Period     1 March 2026 to 31 March 2026
                        Time zone  UTC
                        Currency   EUR
                        Records    1 December 2025 to 21 March 2026

                        Indicator                     Value  Made of
                        ────────────────────────────────────────────────────────────────────────────────
                        Prospecting calls                 3
                        Sales meetings                    2
                        Proposals sent                    2
                        Contracts signed                  1
                        Revenue                   €1,200.50
                        Average basket            €1,200.50  1 case
                        Average sales cycle          10.0 d  1 case
                        Conversion rate               50.0%  1 of 2
                        Meeting success rate          50.0%  1 of 2, 1 open
                                                             no failure is ever recorded
                        Satisfaction rate             50.0%  1 of 2
                        Retention rate                 0.0%  0 of 1
                        Call success rate             33.3%  1 of 3, 1 open
                                                             50.0% of the decided, at most 66.7%
                        Proposal acceptance rate      50.0%  1 of 2, 1 open
                                                             no proposal is ever refused
                        Churn rate                   100.0%  1 of 1
                        Proposals per meeting          1.00  2 / 2
                        Customers won                     1
                        Win rate                     100.0%  1 of 1
                        Average time to decision      2.0 d  1 case
                        """);
    }

    @Test
    void frenchHasItsOwnNamesNumbersAndWords() {
        assertThat(text(
                        "fr",
                        "--period",
                        "2026-03",
                        "--zone",
                        "Europe/Paris",
                        "--as-of",
                        "2026-04-01",
                        "--where",
                        "owner=alice",
                        "--where",
                        "region="))
                .startsWith("""
                        Période    du 1ᵉʳ mars 2026 au 31 mars 2026
                        Fuseau     Europe/Paris
                        État au    1ᵉʳ avril 2026 à 00:00
                        Devise     EUR
                        Filtre     commercial : alice
                        Filtre     region : (non attribué)
                        Données    du 1ᵉʳ décembre 2025 au 21 mars 2026

                        Indicateur                        Valeur  Détail
                        """);
        assertThat(text("fr", "--period", "2026-03"))
                .contains("Chiffre d’affaires généré         1 200,50 €\n")
                .contains("Durée moyenne du cycle de vente       10,0 j  1 cas\n")
                .contains("Taux de réussite des appels           33,3 %  1 sur 3, 1 en suspens\n")
                .containsPattern("  50,0 % parmi les cas tranchés,\\s+au plus 66,7 %\n");
    }

    @Test
    void whatIsUndefinedIsADash() {
        assertThat(text("en", "--period", "2031"))
                .contains("Average basket                –  0 cases\n")
                .contains("Average sales cycle           –  0 cases\n")
                .contains("Conversion rate               –  0 of 0\n")
                .contains("Revenue                   €0.00\n");
    }

    /** A year that is mistyped has zeros that nobody should take for a result. */
    @Test
    void aPeriodOfWhichNothingIsKnownIsSaidToBe() {
        assertThat(text("en", "--period", "2031")).endsWith("No record lies in this period\n");
        assertThat(text("en", "--period", "2031", "--every", "quarter")).contains("No record lies in this period\n");
        assertThat(text("fr", "--period", "2031")).endsWith("Aucune donnée dans cette période\n");
        assertThat(text("en", "--period", "2026")).doesNotContain("No record lies");
    }

    @Test
    void periodsStandSideBySideAndCutOnesSayWhereTheyBeginAndEnd() {
        assertThat(text("en", "--from", "2026-01-10", "--to", "2026-04-01", "--every", "month"))
                .contains("""

                                                     2026-01-10
                        Indicator                 to 2026-01-31  2026-02   2026-03*  Trend
                        ──────────────────────────────────────────────────────────────────
                        Prospecting calls                                         3      █
                        """);
        assertThat(text("fr", "--period", "2026", "--every", "quarter")).contains("2026-T1");
        assertThat(text("fr", "--period", "2026-W12", "--every", "week")).contains("2026-S12");
        assertThat(text("fr", "--period", "2026-H1", "--every", "year")).contains("2026-S1");
        assertThat(text("en", "--period", "2026-W12", "--every", "day")).contains("2026-03-16  2026-03-17");
    }

    @Test
    void onePeriodHasNoTrendAndManyShareTheBarsThatFit() {
        assertThat(text("en", "--period", "2026-03", "--every", "month")).doesNotContain("Trend");
        assertThat(text("en", "--period", "2026", "--every", "day", "--as-of", "2027-01-01"))
                .contains("Trend, 7 periods a bar\n");
        assertThat(text("fr", "--period", "2026", "--every", "day", "--as-of", "2027-01-01"))
                .contains("Tendance, 8 périodes par barre\n");
    }

    @Test
    void aNameOfGroupsThatIsWiderThanTheNamesOfIndicatorsIsBroken() {
        SampleFolder.file(folder, "calls.csv", "id,at,salesperson in charge of the account\nk1,2026-03-03,zoe\n");
        assertThat(text("en", "--period", "2026-03", "--by", "salesperson in charge of the account"))
                .contains("""

                        By salesperson in charge of
                        the account                           zoe  (unassigned)         Total
                        ─────────────────────────────────────────────────────────────────────
                        """);
    }

    @Test
    void groupsStandSideBySideWithTheTotalLast() {
        assertThat(text("en", "--period", "2026-03", "--by", "owner")).contains("""

                        By owner                      alice               bob  (unassigned)      Total
                        ──────────────────────────────────────────────────────────────────────────────
                        Prospecting calls                 1                 1             1          3
                        """);
    }

    @Test
    void groupsOfSeriesAreTablesUnderTheirNames() {
        assertThat(text("en", "--period", "2026-Q1", "--by", "region", "--every", "month"))
                .containsSubsequence(
                        "\nregion: APAC\n\nIndicator", "\nregion: EMEA\n", "\nregion: (unassigned)\n", "\nTotal\n");
    }

    @Test
    void nothingIsWiderThanAScreen() {
        SampleFolder.file(folder, "calls.csv", """
                id,at,owner
                k1,2026-03-03,Anne-Sophie de la Rochefoucauld-Montmorency
                k2,2026-03-03,東京都千代田区永田町一丁目七番
                k3,2026-03-03,"two
                lines\u001B[31m"
                """);
        for (String lang : new String[] {"en", "fr"}) {
            for (String[] args : new String[][] {
                {"--period", "2026"},
                {"--period", "2026", "--every", "week"},
                {"--period", "2026", "--by", "owner"},
                {"--period", "2026", "--by", "owner", "--every", "quarter"}
            }) {
                assertThat(text(lang, args).lines())
                        .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(80))
                        .noneMatch(line -> line.contains("\u001B"));
            }
        }
    }

    @Test
    void coversWithoutAnEndAreToldBecauseRetentionSaysNothingAboutThem() {
        SampleFolder.file(
                folder,
                "contracts.csv",
                "id,customer_id,signed_at,amount,currency,ends_at\ns1,c1,2026-03-12,10,EUR,\ns3,c3,2026-03-12,10,EUR,2026-05-01\n");
        assertThat(text("en", "--period", "2026-03"))
                .endsWith("\n\nCustomers whose contract has no end date, always counted as kept: 1 of 2\n");
        assertThat(text("fr", "--period", "2026-03"))
                .endsWith("\n\nClients au contrat sans échéance, toujours comptés comme conservés : 1 sur 2\n");
    }

    @Test
    void whereNoContractEndsRetentionIsNoMeasure() {
        SampleFolder.file(
                folder, "contracts.csv", "id,customer_id,signed_at,amount,currency\ns1,c1,2026-02-12,10,EUR\n");
        assertThat(text("en", "--period", "2026-03"))
                .contains("Retention rate            not measurable  1 of 1, no contract has an end\n")
                .contains("Churn rate                not measurable  0 of 1, no contract has an end\n")
                .doesNotContain("always counted as kept");
        assertThat(text("fr", "--period", "2026-03", "--by", "owner"))
                .contains("non mesurable")
                .endsWith("\nNon mesurable : aucun contrat n’a d’échéance\n");
    }

    @Test
    void aRateOfWhichNothingIsRecordedIsNotZero() {
        SampleFolder.file(
                folder, "calls.csv", "id,customer_id,at\nk1,c1,2026-03-03T10:00:00Z\nk2,c2,2026-03-06T10:00:00Z\n");
        SampleFolder.file(
                folder, "proposals.csv", "id,customer_id,sent_at,status\np2,c2,2026-03-11T12:00:00Z,PENDING\n");
        assertThat(text("en", "--period", "2026-03"))
                .contains("Call success rate             not recorded  0 of 2, 2 open\n")
                .contains("Proposal acceptance rate  none decided yet  0 of 1, 1 open\n");
    }

    @Test
    void whereNobodyIsEverDisqualifiedTheDecidedSayNothing() {
        SampleFolder.file(folder, "customers.csv", "id,since\nc1,2026-03-02\nc2,2026-03-05\nc3,2025-12-01\n");
        assertThat(text("en", "--period", "2026-03"))
                .containsSubsequence("1 of 2, 1 open\n", "nobody is ever disqualified\n");
        SampleFolder.file(
                folder,
                "customers.csv",
                "id,since,disqualified_at\nc1,2026-03-02,\nc2,2026-03-05,\nc3,2025-12-01,\nc4,2024-12-01,2024-12-05\n");
        assertThat(text("en", "--period", "2026-03")).doesNotContain("nobody is ever disqualified");
    }

    @Test
    void whatTheDataCannotHaveIsLeftOutAndSaidOnce() throws IOException {
        for (String file : new String[] {"calls", "meetings", "surveys"}) {
            Files.delete(folder.resolve(file + ".csv"));
        }
        assertThat(text("en", "--period", "2026-03"))
                .doesNotContain("Prospecting calls", "Sales meetings", "Satisfaction", "Proposals per meeting")
                .contains("\nProposals sent ", "\nNot in this data, and left out: calls, meetings, survey answers\n");
        assertThat(text("fr", "--period", "2026-03", "--by", "owner"))
                .doesNotContain("appels de prospection")
                .contains("\nAbsents de ces données, et donc omis : appels, rendez-vous, enquêtes\n");
        assertThat(text("en", "--period", "2026-03", "--indicators", "calls")).contains("Prospecting calls      0");
        assertThat(text("en", "--period", "2026-03", "--indicators", "revenue")).doesNotContain("left out");
    }

    @Test
    void seriesEndWithTheRecordsAndMarkWhatIsNotWhole() {
        assertThat(text("en", "--period", "2026", "--every", "month", "--indicators", "revenue"))
                .contains("Indicator  2026-01  2026-02   2026-03*  Trend\n")
                .endsWith("""

                        The records end on 21 March 2026: later periods are left out

                        * Known until 21 March 2026 only
                        """);
        assertThat(text("en", "--period", "2026", "--every", "month", "--as-of", "2026-06-10", "--indicators", "calls"))
                .contains("2026-03", "2026-06*")
                .doesNotContain("2026-07")
                .contains("* Known until 9 June 2026 only")
                .contains("Blank: before the first record of what is counted");
    }

    @Test
    void aChangeIsOfWhatWasKnownSoFar() {
        SampleFolder.file(
                folder,
                "meetings.csv",
                "id,at,outcome\nm1,2026-02-02T10:00:00Z,HELD\nm2,2026-03-10T10:00:00Z,HELD\nm3,2026-03-30T10:00:00Z,PLANNED\n");
        assertThat(text("en", "--period", "2026-03", "--compare", "previous", "--indicators", "meetings"))
                .contains("Sales meetings      2  so far 1: = 0 from 1\n");
    }

    @Test
    void seriesBeginWithTheRecords() {
        assertThat(text(
                        "en",
                        "--from",
                        "2020-01-01",
                        "--to",
                        "2026-04-01",
                        "--every",
                        "year",
                        "--indicators",
                        "revenue"))
                .contains("\nIndicator  2025   2026-Q1*")
                .doesNotContain("2024")
                .contains("\nThe records begin on 1 December 2025: earlier periods are left out\n");
        assertThat(text("en", "--period", "2019", "--every", "quarter", "--indicators", "calls"))
                .contains("2019-Q1", "2019-Q4")
                .doesNotContain("left out");
    }

    @Test
    void changesAreLikeForLikeAndNoneWhereTheRecordsBeginLater() {
        assertThat(text("en", "--period", "2026-03", "--compare", "previous"))
                .contains("""
                        Compared   1 March 2026 to 21 March 2026 with 1 February 2026 to 21 February
                                   2026, as far as was known then: the records end on 21 March 2026
                        """)
                .contains("Revenue                   €1,200.50  ▲ +€1,200.50 from €0.00\n")
                .contains("Prospecting calls                 3\n")
                .containsOnlyOnce(
                        "\n\nNo change: calls on record since 3 March 2026, meetings on record since 10 March\n2026, ");
    }

    @Test
    void targetsStandBesideTheirNumbers() {
        Path targets = SampleFolder.file(folder, "aims.csv", """
                indicator,period,group,at_least,at_most
                revenue,2026-03,,3100,
                churn-rate,2026,,,50 %
                calls,2026-03,alice,1,
                """);
        String[] args = {
            "--period", "2026-03", "--targets", targets.toString(), "--indicators", "revenue,churn-rate,calls"
        };
        assertThat(text("en", args)).contains("""
                        Prospecting calls          3
                        Revenue            €1,200.50  target at least €3,100.00, not yet met,
                                                      38.7% attained, €1,899.50 short
                                                      €2,113.64 expected by now, €913.14 behind,
                                                      €271.36 needed on each working day left
                        Churn rate            100.0%  1 of 1
                                                      target at most 50.0%, not met, 50.0 pts over
                        """);
        assertThat(text(
                        "en",
                        Stream.concat(Arrays.stream(args), Stream.of("--by", "owner"))
                                .toArray(String[]::new)))
                .contains("""

                        Target attained       alice  bob  (unassigned)    Total
                        ───────────────────────────────────────────────────────
                        Prospecting calls  ✓ 100.0%    –             –        –
                        Revenue                   –    –             –    38.7%
                        Churn rate                –    –             –  not met
                        """);
    }

    private String text(String lang, String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--lang";
        all[args.length + 1] = lang;
        Run run = Run.of(JsonReportTest.args(folder, "text", all));
        assertThat(run.complaints()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.text();
    }

    @Test
    void partsAndPairsAreNamed() {
        assertThat(text(
                        "en",
                        "--period",
                        "2026-03",
                        "--by",
                        "owner,region",
                        "--where",
                        "owner=bob",
                        "--where",
                        "owner=alice",
                        "--indicators",
                        "calls,win-rate"))
                .isEqualTo("""
                        Period     1 March 2026 to 31 March 2026
                        Time zone  UTC
                        Currency   EUR
                        Only       owner: alice or bob
                        Records    1 December 2025 to 21 March 2026

                                                                  bob,  (unassigned),  (unassigned),
                        By owner and region  alice, EMEA  (unassigned)           APAC   (unassigned)
                        ────────────────────────────────────────────────────────────────────────────
                        Prospecting calls              1             1              0              0
                        Win rate                  100.0%             –              –              –

                        By owner and region   Total
                        ───────────────────────────
                        Prospecting calls         2
                        Win rate             100.0%
                        """);
    }
}
