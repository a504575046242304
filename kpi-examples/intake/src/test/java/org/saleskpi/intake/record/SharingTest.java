package org.saleskpi.intake.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.TestFolder;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.intake.mapping.MappedFolder;
import org.saleskpi.intake.mapping.Mapping;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Customer;

/** Millions of records fit into memory because what repeats is there once. */
class SharingTest {

    private static final int CALLS = 20_000;
    private static final int CUSTOMERS = 1_000;

    /** How many different objects there are, whether equal or not. */
    private static <T> int objects(List<T> records, Function<T, ? extends @Nullable Object> part) {
        Set<@Nullable Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
        records.forEach(one -> found.add(part.apply(one)));
        return found.size();
    }

    private static TestFolder folder(Path path) {
        return new TestFolder(path)
                .with(
                        "customers.csv",
                        Stream.concat(
                                        Stream.of("id,since,owner,region"),
                                        IntStream.range(0, CUSTOMERS)
                                                .mapToObj(i -> "c-" + i + ",2026-01-01,rep" + i % 7 + ",r" + i % 5))
                                .toArray(String[]::new))
                .with(
                        "calls.csv",
                        Stream.concat(
                                        Stream.of("id,customer_id,at,owner,region,campaign"),
                                        IntStream.range(0, CALLS)
                                                .mapToObj(i -> "k-" + i + ",c-" + i % CUSTOMERS + ",2026-02-01,rep"
                                                        + i % 7 + ",r" + i % 5 + ",x" + i % 3))
                                .toArray(String[]::new));
    }

    private static void assertShared(ImportedRecords records) {
        assertThat(records.problems()).isEmpty();
        assertThat(records.calls()).hasSize(CALLS);
        assertThat(objects(records.calls(), Call::attributes)).isEqualTo(15);
        assertThat(objects(records.calls(), Call::owner)).isEqualTo(7);
        assertThat(objects(records.calls(), Call::customerId)).isEqualTo(CUSTOMERS);
        for (int i = 0; i < CUSTOMERS; i++) {
            Customer customer = records.customers().get(i);
            assertThat(records.calls().get(i).customerId()).isSameAs(customer.id());
            assertThat(records.calls().get(i * 7 % CUSTOMERS).owner())
                    .isSameAs(records.customers().get(i * 7 % CUSTOMERS).owner());
        }
    }

    @Test
    void recordsOfTheCsvFolderShareOwnersCustomersAndAttributes(@TempDir Path path) throws Exception {
        assertShared(CsvFolder.read(folder(path).path(), ZoneOffset.UTC));
    }

    @Test
    void recordsOfAMappingShareThemToo(@TempDir Path path) throws Exception {
        Mapping mapping = Mapping.parse("m.yaml", """
                mapping: 1
                moments: {formats: iso, zone: run}
                files:
                  calls.csv:
                    records:
                      - call:
                          id: id
                          customer: {columns: customer_id, unknown: none}
                          at: at
                          purpose: PROSPECTING
                          owner: owner
                          attributes: {region: region, campaign: campaign}
                  customers.csv:
                    records: [{customer: {id: id, since: since, owner: owner, attributes: {region: region}}}]
                """);

        assertShared(MappedFolder.read(folder(path).path(), mapping, ZoneOffset.UTC, Instant.EPOCH));
    }
}
