package org.saleskpi.intake.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.ColumnNames;

/**
 * A field of a record, as files have it: its column in the CSV folder, its key in a mapping, how it is read, and how a record
 * tells it. Immutable and thread-safe; equal to itself alone.
 *
 * @param <R> the records that have it
 * @param <V> its values
 */
public final class Field<R, V> implements ColumnNames {

    /** What the cells of a field hold, and with that how a mapping describes them. */
    public enum Kind {
        /** The id of the record itself. */
        ID,
        /** The id of a customer. */
        CUSTOMER,
        /** The id of a record of another kind. */
        REFERENCE,
        /** A text. */
        TEXT,
        /** A moment. */
        MOMENT,
        /** The end of a term, which a mapping may tell by how long the term is. */
        TERM,
        /** One of a few words. */
        WORD,
        /** An amount, in one column, and its currency, in another. */
        AMOUNT,
        /** A whole number. */
        NUMBER
    }

    /** Reads a field of a record that is to be made. */
    private interface Reading<V> {
        @Nullable
        V read(Draft draft, Field<?, V> field) throws BadCellException;
    }

    private final Kind kind;
    private final List<String> columns;
    private final List<String> names;
    private final String key;
    private final Class<V> type;
    private final Function<? super R, ? extends @Nullable V> told;
    private final Reading<V> reading;
    private final boolean isRequired;
    private final boolean isStated;
    private final @Nullable V absent;

    private Field(
            Kind kind,
            List<String> columns,
            String key,
            Class<V> type,
            Function<? super R, ? extends @Nullable V> told,
            Reading<V> reading,
            boolean isRequired,
            boolean isStated,
            @Nullable V absent) {
        this.kind = kind;
        this.columns = columns;
        this.names = List.of(columns.get(0));
        this.key = key;
        this.type = type;
        this.told = told;
        this.reading = reading;
        this.isRequired = isRequired;
        this.isStated = isStated;
        this.absent = absent;
    }

    private static <R, V> Field<R, V> of(
            Kind kind,
            String column,
            Class<V> type,
            Function<? super R, ? extends @Nullable V> told,
            Reading<V> reading) {
        return new Field<>(kind, List.of(column), column, type, told, reading, false, false, null);
    }

    static <R> Field<R, String> id(String column, Function<R, String> told) {
        return of(Kind.ID, column, String.class, told, Draft::text);
    }

    static <R> Field<R, String> customer(String column, Function<R, @Nullable String> told) {
        return of(Kind.CUSTOMER, column, String.class, told, Draft::text);
    }

    static <R> Field<R, String> reference(String column, Function<R, @Nullable String> told) {
        return of(Kind.REFERENCE, column, String.class, told, Draft::text);
    }

    static <R> Field<R, String> text(String column, Function<R, @Nullable String> told) {
        return of(Kind.TEXT, column, String.class, told, Draft::text);
    }

    static <R> Field<R, Instant> moment(String column, Function<R, @Nullable Instant> told) {
        return of(Kind.MOMENT, column, Instant.class, told, Draft::moment);
    }

    /** The end of something, which may be given as the day of its beginning: then it is that moment. */
    static <R> Field<R, Instant> endOf(
            Field<R, Instant> beginning, String column, Function<R, @Nullable Instant> told) {
        return of(Kind.MOMENT, column, Instant.class, told, (draft, field) -> draft.end(field, beginning));
    }

    static <R> Field<R, Instant> term(String column, Function<R, @Nullable Instant> told) {
        return of(Kind.TERM, column, Instant.class, told, Draft::moment);
    }

    static <R, E extends Enum<E>> Field<R, E> word(String column, Class<E> words, Function<R, @Nullable E> told) {
        return of(Kind.WORD, column, words, told, Draft::word);
    }

    static <R> Field<R, Integer> number(String column, Function<R, Integer> told) {
        return of(Kind.NUMBER, column, Integer.class, told, Draft::number);
    }

    static <R> Field<R, Money> amount(String column, String currency, Function<R, @Nullable Money> told) {
        return new Field<>(
                Kind.AMOUNT,
                List.of(column, currency),
                column,
                Money.class,
                told,
                (draft, field) -> draft.amount(field, currency),
                false,
                false,
                null);
    }

    /** The same field, which every record must have. */
    Field<R, V> required() {
        return new Field<>(kind, columns, key, type, told, reading, true, true, absent);
    }

    /** The same field, which a mapping must state, though a record may lack it. */
    Field<R, V> stated() {
        return new Field<>(kind, columns, key, type, told, reading, isRequired, true, absent);
    }

    /** The same field, of which an absent value means another. */
    Field<R, V> orElse(V value) {
        return new Field<>(kind, columns, key, type, told, reading, isRequired, isStated, value);
    }

    /** The same field, for which mappings have a word of their own. */
    Field<R, V> inMappings(String ownKey) {
        return new Field<>(kind, columns, ownKey, type, told, reading, isRequired, isStated, absent);
    }

    /**
     * Returns what the cells hold.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the name of the column, that of the amount for an amount.
     *
     * @return such as {@code sent_at}
     */
    public String name() {
        return columns.get(0);
    }

    /**
     * Returns the name of the column.
     *
     * @return that name alone
     */
    @Override
    public List<String> names() {
        return names;
    }

    /**
     * Returns the columns.
     *
     * @return one, or two for an amount: that of the number and that of the currency
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * Returns the key by which a mapping tells the field.
     *
     * @return such as {@code customer}; mostly the name of the column
     */
    public String key() {
        return key;
    }

    /**
     * Returns the type of the values.
     *
     * @return that of records, such as {@link Instant}
     */
    public Class<V> type() {
        return type;
    }

    /**
     * Says whether a file must have the column, and every record a value.
     *
     * @return whether a record without one is bad
     */
    public boolean isRequired() {
        return isRequired;
    }

    /**
     * Says whether a mapping must tell the field.
     *
     * @return whether it is required, or what it means that it is absent is for the mapping to say
     */
    public boolean isStated() {
        return isStated;
    }

    /**
     * Says whether the texts are ids.
     *
     * @return whether it is the id of the record or of another one
     */
    public boolean isId() {
        return kind == Kind.ID || kind == Kind.CUSTOMER || kind == Kind.REFERENCE;
    }

    /**
     * Returns the words of which a cell holds one.
     *
     * @return the words in their order; none for a field that is no word
     */
    public List<String> words() {
        V[] constants = type.getEnumConstants();
        return constants == null
                ? List.of()
                : Arrays.stream(constants).map(Object::toString).toList();
    }

    /** What an absent value means; null for just that. */
    @Nullable
    V absent() {
        return absent;
    }

    /** Reads the field of a record that is to be made; null for nothing. */
    @Nullable
    V read(Draft draft) throws BadCellException {
        return reading.read(draft, this);
    }

    /**
     * Says whether a record tells the field.
     *
     * @param found the record
     * @return whether it has another value than the one that an absent value means
     */
    public boolean isToldBy(R found) {
        V value = told.apply(found);
        return value != null && !value.equals(absent);
    }

    /**
     * Returns what a record tells.
     *
     * @param found the record
     * @return the value; null for none
     */
    public @Nullable V of(R found) {
        return told.apply(found);
    }

    /** Returns the name of the column. */
    @Override
    public String toString() {
        return name();
    }
}
