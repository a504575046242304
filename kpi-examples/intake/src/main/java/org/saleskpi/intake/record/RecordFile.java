package org.saleskpi.intake.record;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saleskpi.intake.table.WantedColumns;
import org.saleskpi.sales.RecordType;

/**
 * A file of the CSV folder: the columns that have a meaning, in the order in which they are written. All others are
 * attributes.
 *
 * @param noun what one of its records is called
 * @param type the kind of its records
 * @param fields the columns
 */
public record RecordFile(String noun, RecordType type, List<Field> fields) implements WantedColumns {

    /** The files of records; that of exchange rates is {@link RatesFile}. */
    public static final List<RecordFile> ALL = List.of(
            file("customer", RecordType.CUSTOMER, "id!", "since!", "disqualified_at", "owner"),
            file("call", RecordType.CALL, "id!", "customer_id", "at!", "outcome", "purpose", "owner"),
            file(
                    "meeting",
                    RecordType.MEETING,
                    "id!",
                    "customer_id",
                    "at!",
                    "outcome!",
                    "purpose",
                    "owner",
                    "booked_at"),
            file(
                    "proposal",
                    RecordType.PROPOSAL,
                    "id!",
                    "customer_id",
                    "sent_at!",
                    "status!",
                    "decided_at",
                    "amount",
                    "currency",
                    "owner"),
            file(
                    "contract",
                    RecordType.CONTRACT,
                    "id!",
                    "customer_id!",
                    "signed_at!",
                    "amount!",
                    "currency!",
                    "starts_at",
                    "ends_at",
                    "proposal_id",
                    "owner",
                    "billing"),
            file("survey", RecordType.SURVEY, "id!", "customer_id", "at!", "score!", "scale!", "owner"));

    /**
     * A column.
     *
     * @param name its name
     * @param isRequired whether a file must have it
     */
    public record Field(String name, boolean isRequired) {

        private static Field of(String text) {
            return text.endsWith("!") ? new Field(text.substring(0, text.length() - 1), true) : new Field(text, false);
        }
    }

    private static RecordFile file(String noun, RecordType type, String... fields) {
        return new RecordFile(noun, type, Arrays.stream(fields).map(Field::of).toList());
    }

    /**
     * Returns the file of a kind of record.
     *
     * @param type the kind, other than an exchange rate
     * @return the file
     */
    public static RecordFile of(RecordType type) {
        return ALL.stream().filter(file -> file.type == type).findFirst().orElseThrow();
    }

    /**
     * Returns the names of all files of the folder.
     *
     * @return the names, that of exchange rates included
     */
    public static List<String> fileNames() {
        return Stream.concat(ALL.stream().map(RecordFile::fileName), Stream.of(RatesFile.NAME))
                .toList();
    }

    /**
     * Returns the name of the file.
     *
     * @return such as {@code calls.csv}
     */
    public String fileName() {
        return noun + "s.csv";
    }

    /**
     * Says whether a column is an attribute.
     *
     * @param column its name
     * @return whether it has no meaning of its own
     */
    public boolean isAttribute(String column) {
        return fields.stream().noneMatch(field -> field.name().equals(column));
    }

    @Override
    public Set<String> names() {
        return fields.stream().map(Field::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Attributes are read too. */
    @Override
    public boolean wants(String column) {
        return true;
    }

    @Override
    public List<String> missing(Predicate<String> has) {
        return fields.stream()
                .filter(Field::isRequired)
                .map(Field::name)
                .filter(has.negate())
                .toList();
    }
}
