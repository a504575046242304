package org.saleskpi.intake.record;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saleskpi.intake.FieldNames;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

class RecordSchemaTest {

    private static final Pattern FILE = Pattern.compile("\\*\\*`(?<name>[a-z]+\\.csv)`\\*\\*.*");
    private static final Pattern ROW = Pattern.compile("\\| (?<columns>[*`].*?) \\| (?<meaning>.*?) ?\\|");
    private static final Pattern COLUMN = Pattern.compile("(\\*\\*)?`([a-z_]+)`(\\*\\*)?");

    private static final Pattern WORD = Pattern.compile("`([A-Z_0-9]+)`");

    /** A column of the page on the CSV folder. */
    private record Documented(boolean isRequired, String meaning) {}

    /** What the page says: the columns by file. */
    private static Map<String, Map<String, Documented>> page() throws Exception {
        Map<String, Map<String, Documented>> files = new LinkedHashMap<>();
        Map<String, Documented> columns = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("../../docs/csv-folder.md"))) {
            Matcher file = FILE.matcher(line);
            Matcher row = ROW.matcher(line);
            if (file.matches()) {
                columns = new LinkedHashMap<>();
                files.put(file.group("name"), columns);
            } else if (row.matches()) {
                for (MatchResult column :
                        COLUMN.matcher(row.group("columns")).results().toList()) {
                    columns.put(column.group(2), new Documented(column.group(1) != null, row.group("meaning")));
                }
            }
        }
        return files;
    }

    static Stream<RecordSchema<?>> schemas() {
        return RecordSchema.ALL.stream();
    }

    @Test
    void thePageHasEveryFile() throws Exception {
        assertThat(page()).containsOnlyKeys(RecordSchema.fileNames());
        assertThat(page().get(RatesFile.NAME)).containsOnlyKeys(RatesFile.columns());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void thePageHasEveryColumnAndSaysWhichAreRequiredAndEveryWord(RecordSchema<?> schema) throws Exception {
        Map<String, Documented> columns = page().getOrDefault(schema.fileName(), Map.of());

        assertThat(columns).containsOnlyKeys(schema.names());
        for (Field<?, ?> field : schema.fields()) {
            for (String column : field.columns()) {
                Documented documented = requireNonNull(columns.get(column));
                assertThat(documented.isRequired()).as(column).isEqualTo(field.isRequired());
                if (field.kind() == Field.Kind.WORD) {
                    assertThat(WORD.matcher(documented.meaning()).results().map(word -> word.group(1)))
                            .as(column)
                            .containsExactlyElementsOf(field.words());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void whatTheLibraryFindsIsToldByTheColumn(RecordSchema<?> schema) {
        for (Field<?, ?> field : schema.fields()) {
            Problem found = Problem.builder(schema.type(), component(field.name()))
                    .reason("is after " + component(field.name()));

            Problem told = FieldNames.inFiles(found);

            assertThat(told.field()).isEqualTo(field.name());
            assertThat(told.reason()).isEqualTo("is after " + field.name());
            assertThat(schema.field(told.field())).isSameAs(field);
        }
    }

    /** What the library calls a column: sent_at is sentAt. */
    private static String component(String column) {
        return Pattern.compile("_([a-z])")
                .matcher(column)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    @Test
    void everyKindOfRecordHasOneSchema() {
        List<RecordType> types = new ArrayList<>(List.of(RecordType.values()));
        types.remove(RecordType.EXCHANGE_RATE);

        assertThat(RecordSchema.ALL.stream().map(RecordSchema::type)).containsExactlyElementsOf(types);
        assertThat(types)
                .allSatisfy(type -> assertThat(RecordSchema.of(type).type()).isEqualTo(type));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyFieldHasAKeyAndColumnsOfItsOwn(RecordSchema<?> schema) {
        assertThat(schema.fields().stream().map(Field::key)).doesNotHaveDuplicates();
        assertThat(schema.fields().stream().flatMap(field -> field.columns().stream()))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(schema.names());
        assertThat(schema.isAttribute("region")).isTrue();
        assertThat(schema.names()).noneMatch(schema::isAttribute);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theGuideToMappingsHasEveryKeyAndSaysWhichMustBeStated(RecordSchema<?> schema) throws Exception {
        String row = Files.readAllLines(Path.of("../../docs/mapping.md")).stream()
                .filter(line -> line.startsWith("| `" + schema.noun() + "` |"))
                .findFirst()
                .orElseThrow();
        List<Field<?, ?>> own = new ArrayList<>(schema.fields());
        own.removeAll(List.of(RecordSchema.ID, RecordSchema.OWNER));

        for (Field<?, ?> field : own) {
            String key = "`" + field.key() + "`";
            assertThat(row.contains(key)).as(key).isTrue();
            assertThat(row.contains("**" + key + "**")).as(key).isEqualTo(field.isStated());
        }
    }
}
