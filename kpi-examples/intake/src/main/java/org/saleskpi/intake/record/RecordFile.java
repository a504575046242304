package org.saleskpi.intake.record;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saleskpi.intake.table.WantedColumns;
import org.saleskpi.sales.RecordType;

/**
 * A file of the CSV folder: the columns that have a meaning. All others are attributes.
 *
 * @param thing what one of its records is called
 * @param type the kind of its records
 * @param required the columns it must have
 * @param optional the columns it may have
 */
public record RecordFile(String thing, RecordType type, List<String> required, List<String> optional)
        implements WantedColumns {

    /** The files of records; that of exchange rates is {@link RatesFile}. */
    public static final List<RecordFile> ALL = List.of(
            new RecordFile(
                    "customer", RecordType.CUSTOMER, List.of("id", "since"), List.of("disqualified_at", "owner")),
            new RecordFile(
                    "call",
                    RecordType.CALL,
                    List.of("id", "at"),
                    List.of("customer_id", "outcome", "purpose", "owner")),
            new RecordFile(
                    "meeting",
                    RecordType.MEETING,
                    List.of("id", "at", "outcome"),
                    List.of("customer_id", "purpose", "owner", "booked_at")),
            new RecordFile(
                    "proposal",
                    RecordType.PROPOSAL,
                    List.of("id", "sent_at", "status"),
                    List.of("customer_id", "decided_at", "amount", "currency", "owner")),
            new RecordFile(
                    "contract",
                    RecordType.CONTRACT,
                    List.of("id", "customer_id", "signed_at", "amount", "currency"),
                    List.of("starts_at", "ends_at", "proposal_id", "owner", "billing")),
            new RecordFile(
                    "survey",
                    RecordType.SURVEY,
                    List.of("id", "at", "score", "scale"),
                    List.of("customer_id", "owner")));

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
        return thing + "s.csv";
    }

    /**
     * Says whether a column is an attribute.
     *
     * @param column its name
     * @return whether it has no meaning of its own
     */
    public boolean isAttribute(String column) {
        return !required.contains(column) && !optional.contains(column);
    }

    @Override
    public Set<String> names() {
        return Stream.concat(required.stream(), optional.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Attributes are read too. */
    @Override
    public boolean wants(String column) {
        return true;
    }

    @Override
    public List<String> missing(Predicate<String> has) {
        return required.stream().filter(has.negate()).toList();
    }
}
