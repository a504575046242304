package org.saleskpi.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.sales.SalesHistory;

class StarterFolderTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void itHasEveryFileWithEveryColumnAndIsReadWithoutAProblem(@TempDir Path path) throws Exception {
        Path folder = path.resolve("new/sales");
        StarterFolder.write(folder);

        ImportedRecords records = CsvFolder.read(folder, PARIS);

        assertThat(records.into(SalesHistory.builder(PARIS, CurrencyUnit.EUR))
                        .build()
                        .records())
                .hasSize(6);
        assertThat(records.doubts()).isEmpty();
        String page = Files.readString(Path.of("../../docs/csv-folder.md"));
        for (String kind : List.of("customers", "calls", "meetings", "proposals", "contracts", "surveys")) {
            String header = Files.readAllLines(folder.resolve(kind + ".csv")).get(0);
            assertThat(header.split(","))
                    .allMatch(column -> column.equals("region") || page.contains("`" + column + "`"));
            assertThat(page).contains("**`" + kind + ".csv`**");
        }
    }

    @Test
    void itOverwritesNothing(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("surveys.csv"), "mine");

        assertThatThrownBy(() -> StarterFolder.write(folder))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage("surveys.csv");
        assertThat(folder).isDirectoryContaining("glob:**surveys.csv").isDirectoryNotContaining("glob:**calls.csv");
        assertThat(folder.resolve("surveys.csv")).hasContent("mine");
    }
}
