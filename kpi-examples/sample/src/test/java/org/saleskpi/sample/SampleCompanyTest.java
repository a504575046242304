package org.saleskpi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;

class SampleCompanyTest {

    private static final Path COMMITTED = Path.of("data");

    private final SalesHistory history = new SampleCompany().history();

    /** When this fails after a change to the generator, {@code -Dsample.update=true} writes the folder anew. */
    @Test
    void theFolderInTheProjectIsWhatTheGeneratorWrites(@TempDir Path folder) throws IOException {
        if (Boolean.getBoolean("sample.update")) {
            CsvFolder.write(history, COMMITTED);
        }

        CsvFolder.write(history, folder);

        assertThat(names(folder)).isEqualTo(names(COMMITTED));
        for (String name : names(folder)) {
            assertThat(COMMITTED.resolve(name)).hasSameTextualContentAs(folder.resolve(name));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void anotherSeedIsAnotherCompany() {
        assertThat(new SampleCompany(1).history().contracts()).isNotEqualTo(history.contracts());
    }

    @Test
    void theCompanyHasWhatMakesIndicatorsInteresting() {
        assertThat(history.journeys()).anyMatch(journey -> journey.cover().size() > 1);
        assertThat(history.journeys()).anyMatch(CustomerJourney::isDisqualified);
        assertThat(history.calls()).anyMatch(call -> call.customerId() == null);
        assertThat(history.calls()).anyMatch(call -> call.isProspecting() && call.isUnrecorded());
        assertThat(history.meetings()).anyMatch(meeting -> meeting.outcome() == Meeting.Outcome.PLANNED);
        assertThat(history.proposals()).anyMatch(Proposal::isPending);
        assertThat(history.contracts()).anyMatch(contract -> contract.endsAt() == null);
        assertThat(history.contracts().stream().map(Contract::amount).map(amount -> amount.getCurrencyUnit()))
                .contains(CurrencyUnit.EUR, CurrencyUnit.of("CHF"));
    }
}
