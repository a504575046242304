package org.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.intake.mapping.MappedFolder;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;

class SyntheticFilesTest {

    @Test
    void bothFoldersHaveTheSameRecords(@TempDir Path folder) throws Exception {
        SyntheticFiles files = new SyntheticFiles(1_000);
        files.write(folder.resolve("csv"), folder.resolve("export"));

        ImportedRecords own = CsvFolder.read(folder.resolve("csv"), SyntheticSales.ZONE);
        ImportedRecords foreign = MappedFolder.read(
                folder.resolve("export"), SyntheticFiles.mapping(), SyntheticSales.ZONE, Instant.EPOCH);

        assertThat(own.records()).hasSize(files.records());
        assertThat(own.calls()).hasSize(1_000);
        assertThat(own.problems()).isEmpty();
        assertThat(foreign.problems()).isEmpty();
        assertThat(inOrder(foreign))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                .containsExactlyElementsOf(inOrder(own));
    }

    private static List<SalesRecord> inOrder(ImportedRecords records) {
        return records.into(SalesHistory.builder(SyntheticSales.ZONE, SyntheticSales.CURRENCY))
                .build()
                .records();
    }
}
