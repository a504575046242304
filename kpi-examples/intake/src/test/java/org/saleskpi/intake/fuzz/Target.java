package org.saleskpi.intake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saleskpi.intake.Workbook.number;
import static org.saleskpi.intake.Workbook.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.joda.money.CurrencyUnit;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.intake.UnreadableDataException;
import org.saleskpi.intake.Workbook;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.intake.draft.MappingDraft;
import org.saleskpi.intake.mapping.BuiltInMapping;
import org.saleskpi.intake.mapping.InvalidMappingException;
import org.saleskpi.intake.mapping.MappedFolder;
import org.saleskpi.intake.mapping.Mapping;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.SalesHistory;

/** A reader, and files that it reads: one of them is damaged, and read. Only the readers' own exceptions are let through. */
enum Target {
    /** The files of the CSV folder. */
    CSV_FOLDER {
        @Override
        void run(Path folder, Random random) throws IOException {
            List<String> names = List.of("customers.csv", "calls.csv", "proposals.csv", "contracts.csv", "rates.csv");
            int damaged = random.nextInt(names.size());
            for (int i = 0; i < names.size(); i++) {
                write(folder, names.get(i), Seeds.CSV.get(i), i == damaged, random);
            }
            read(() -> CsvFolder.read(folder, ZONE));
        }
    },
    /** Mapping files, with a folder that they read. */
    MAPPING {
        @Override
        void run(Path folder, Random random) throws IOException {
            List<String> texts = new ArrayList<>(List.of(Seeds.MAPPING, Seeds.SHORT_MAPPING));
            for (BuiltInMapping builtIn : BuiltInMapping.values()) {
                texts.add(builtIn.text());
            }
            // The short ones more often: there is more to them for their length.
            String text = texts.get(random.nextBoolean() ? random.nextInt(2) : random.nextInt(texts.size()));
            String damaged =
                    new String(Mutation.of(text.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("Deals.csv"), Seeds.DEALS);
            Files.writeString(folder.resolve("Users.csv"), Seeds.USERS);
            readBy(damaged, folder);
        }
    },
    /** JSON. */
    JSON {
        @Override
        void run(Path folder, Random random) throws IOException {
            write(folder, "Deals.json", Seeds.JSON, true, random);
            readBy(Seeds.MAPPING.replace("Deals.csv", "Deals.json").replace("csv: {", "json: {items: data} #"), folder);
        }
    },
    /** JSON Lines. */
    JSON_LINES {
        @Override
        void run(Path folder, Random random) throws IOException {
            write(folder, "Deals.jsonl", Seeds.JSON_LINES, true, random);
            readBy(Seeds.MAPPING.replace("Deals.csv", "Deals.jsonl"), folder);
        }
    },
    /** Workbooks: the archive, or one of its parts. */
    WORKBOOK {
        @Override
        void run(Path folder, Random random) throws IOException {
            Path whole = folder.resolve("whole");
            new Workbook()
                    .format("dd/mm/yyyy")
                    .sheet(
                            "Deals",
                            row(1, "Deal", "Company", "Opened", "Stage", "Closed", "Value"),
                            row(2, "d1", "c1", number("46000", 1), "Won", number("46010", 1), number("1200.5")),
                            row(3, "d2", "c1", "2026-01-05", "Lost", "2026-02-01", "7"))
                    .merge("B2:B3")
                    .write(whole);
            byte[] book = random.nextInt(4) == 0
                    ? Mutation.of(Files.readAllBytes(whole), random)
                    : withDamagedPart(whole, random);
            Files.delete(whole);
            Files.write(folder.resolve("Deals.xlsx"), book);
            readBy(Seeds.MAPPING.replace("Deals.csv", "Deals.xlsx"), folder);
        }
    },
    /** Drafts of mappings: whatever the files hold, the draft is a mapping. */
    DRAFT {
        @Override
        void run(Path folder, Random random) throws IOException {
            write(folder, "Deals.csv", Seeds.DEALS, random.nextBoolean(), random);
            write(folder, "Users.csv", Seeds.USERS, random.nextBoolean(), random);
            write(folder, "Calls.jsonl", Seeds.JSON_LINES, random.nextBoolean(), random);
            write(folder, "Companies.json", Seeds.JSON, random.nextBoolean(), random);
            try {
                MappingDraft draft = MappingDraft.of(folder);
                Mapping mapping = Mapping.parse("draft.yaml", draft.text());
                read(() -> MappedFolder.read(folder, mapping, ZONE, NOW));
            } catch (UnreadableDataException e) {
                // Said of the files.
            } catch (InvalidMappingException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    /** Writes files into an empty folder, damages them, and reads them. */
    abstract void run(Path folder, Random random) throws IOException;

    /** Reads files. */
    private interface Reader {
        ImportedRecords read() throws UnreadableDataException;
    }

    private static void write(Path folder, String name, String text, boolean isDamaged, Random random)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve(name), isDamaged ? Mutation.of(bytes, random) : bytes);
    }

    private static void readBy(String text, Path folder) {
        try {
            Mapping mapping = Mapping.parse("m.yaml", text);
            read(() -> MappedFolder.read(folder, mapping, ZONE, NOW));
        } catch (InvalidMappingException e) {
            // Said of the mapping.
        }
    }

    /** Reads records, and makes histories of them, leniently and strictly. */
    private static void read(Reader reader) {
        try {
            ImportedRecords records = reader.read();
            assertThat(records.account().lines()).doesNotContainNull();
            records.intoLenient(SalesHistory.builder(ZONE, CurrencyUnit.EUR)).build();
            records.into(SalesHistory.builder(ZONE, CurrencyUnit.EUR)).build();
        } catch (UnreadableDataException | InvalidHistoryException e) {
            // Said of the files.
        }
    }

    private static byte[] withDamagedPart(Path workbook, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile parts = new ZipFile(workbook.toFile());
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            List<? extends ZipEntry> entries = parts.stream().toList();
            int damaged = random.nextInt(entries.size());
            for (int i = 0; i < entries.size(); i++) {
                byte[] part = parts.getInputStream(entries.get(i)).readAllBytes();
                zip.putNextEntry(new ZipEntry(entries.get(i).getName()));
                zip.write(i == damaged ? Mutation.of(part, random) : part);
            }
        }
        return bytes.toByteArray();
    }
}
