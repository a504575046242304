package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.record.AmountForm;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.record.Field;
import org.saleskpi.intake.record.RecordSchema;
import org.saleskpi.intake.table.Row;
import org.saleskpi.sales.RecordType;

/**
 * How rows of a file become records of one kind.
 *
 * @param schema the kind of record
 * @param when which rows become one
 * @param repetition what several rows with one id are
 * @param count as how many records a row counts; null for one
 * @param texts the fields that are texts
 * @param moments the fields that are moments
 * @param words the fields that are one of a few words
 * @param numbers the fields that are numbers
 * @param rejectsUnknown whether a record of a customer that no file defines is bad; otherwise it has no customer
 * @param currency the currency of amounts; null for records without
 * @param amountForm what the numbers of amounts mean
 * @param term how long contracts last; null for other records
 * @param countsEarlyDecisions whether a proposal that was decided before it was sent counts as sent when it was decided;
 *     otherwise it is bad
 * @param undatedDecision what becomes of a proposal that is decided, of which nothing says when
 * @param attributes the free attributes
 */
record RecordRule(
        RecordSchema<?> schema,
        Condition when,
        Repetition repetition,
        @Nullable NumberRule count,
        Map<Field<?, ?>, TextRule> texts,
        Map<Field<?, ?>, MomentRule> moments,
        Map<Field<?, ?>, WordRule> words,
        Map<Field<?, ?>, NumberRule> numbers,
        boolean rejectsUnknown,
        @Nullable CurrencyRule currency,
        AmountForm amountForm,
        @Nullable TermRule term,
        boolean countsEarlyDecisions,
        UndatedDecision undatedDecision,
        Map<String, TextRule> attributes) {

    private static final String DECIDED_BEFORE_SENT = "decided_before_sent";
    private static final String COUNT = "count";
    private static final String UNDATED_DECISION = "undated_decision";

    /** Which number a row gives, and how it is written. */
    record NumberRule(TextRule text, NumberForms forms) {

        /** The number of a row; null for none. One that the file itself writes has no form of its own. */
        @Nullable
        BigDecimal read(Row row, Lookups lookups) throws BadCellException {
            String found = text.read(row, lookups);
            return found == null ? null : (isPlain(row, lookups) ? NumberForms.PLAIN : forms).read(found);
        }

        boolean isPlain(Row row, Lookups lookups) {
            return text.isNumber(row, lookups);
        }
    }

    /** Parses an item of {@code records}, such as {@code call: {…}}. */
    static RecordRule parse(Yaml yaml, Forms forms, Map<String, TextRule> shared) throws InvalidMappingException {
        Yaml.Block kinds =
                yaml.block(RecordSchema.ALL.stream().map(RecordSchema::noun).toArray(String[]::new));
        if (kinds.entries().size() != 1) {
            throw yaml.error("expected one kind of record");
        }
        for (RecordSchema<?> schema : RecordSchema.ALL) {
            Yaml record = kinds.optional(schema.noun());
            if (record != null) {
                return new Parser(schema, forms).parse(record, shared);
            }
        }
        throw new AssertionError(kinds);
    }

    RecordType type() {
        return schema.type();
    }

    /** What one of the records is called, such as {@code call}. */
    String noun() {
        return schema.noun();
    }

    /** All that is read from the row. */
    List<TextSource> sources() {
        List<TextSource> sources = new ArrayList<>();
        when.sources().forEach(sources::add);
        texts.values().forEach(text -> sources.addAll(text.sources()));
        moments.values().forEach(moment -> moment.sources().forEach(sources::add));
        numbers.values().forEach(number -> sources.addAll(number.text().sources()));
        attributes.values().forEach(attribute -> sources.addAll(attribute.sources()));
        words.values().forEach(word -> word.sources().forEach(sources::add));
        if (currency != null) {
            sources.addAll(currency.sources());
        }
        if (term != null) {
            term.sources().forEach(sources::add);
        }
        undatedDecision.sources().forEach(sources::add);
        if (count != null) {
            sources.addAll(count.text().sources());
        }
        return sources;
    }

    /** What is read from the row to find ids. */
    Stream<TextSource> idSources() {
        return texts.entrySet().stream()
                .filter(entry -> entry.getKey().isId())
                .flatMap(entry -> entry.getValue().sources().stream());
    }

    /** How amounts are read; null for records without. */
    @Nullable
    NumberRule amount() {
        for (Map.Entry<Field<?, ?>, NumberRule> entry : numbers.entrySet()) {
            if (entry.getKey().kind() == Field.Kind.AMOUNT) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** The attributes of a block, in place of those of the same name that all records of the file have. */
    static Map<String, TextRule> attributes(Yaml.Block block, Map<String, TextRule> shared, Forms forms)
            throws InvalidMappingException {
        Map<String, TextRule> attributes = new LinkedHashMap<>(shared);
        Yaml named = block.optional("attributes");
        if (named != null) {
            for (Map.Entry<String, Yaml> entry : named.entries().entrySet()) {
                attributes.put(entry.getKey(), TextRule.parse(entry.getValue(), forms));
            }
        }
        return attributes;
    }

    /** Parses the block of one record; holds what has been parsed so far. */
    private static final class Parser {

        private final RecordSchema<?> schema;
        private final Forms forms;
        private final Map<Field<?, ?>, TextRule> texts = new LinkedHashMap<>();
        private final Map<Field<?, ?>, MomentRule> moments = new LinkedHashMap<>();
        private final Map<Field<?, ?>, WordRule> words = new LinkedHashMap<>();
        private final Map<Field<?, ?>, NumberRule> numbers = new LinkedHashMap<>();
        private boolean rejectsUnknown;
        private @Nullable CurrencyRule currency;
        private AmountForm amountForm = AmountForm.EXACT;
        private @Nullable TermRule term;
        private boolean countsEarlyDecisions;

        Parser(RecordSchema<?> schema, Forms forms) {
            this.schema = schema;
            this.forms = forms;
        }

        RecordRule parse(Yaml yaml, Map<String, TextRule> shared) throws InvalidMappingException {
            Yaml.Block block = yaml.block(keys());
            for (Field<?, ?> field : schema.fields()) {
                Yaml told = field.isStated() ? block.required(field.key()) : block.optional(field.key());
                if (told != null) {
                    field(field, told);
                }
            }
            Repetition repetition = Repetition.parse(block.optional("repeated"), schema.type());
            Yaml early = block.optional(DECIDED_BEFORE_SENT);
            countsEarlyDecisions =
                    early != null && early.word(Set.of("zero-days", "reject")).equals("zero-days");
            Yaml undated = block.optional(UNDATED_DECISION);
            Yaml count = block.optional(COUNT);
            if (count != null && repetition != Repetition.NONE) {
                throw count.error("stands beside repeated, expected one of them");
            }
            Yaml when = block.optional("when");
            return new RecordRule(
                    schema,
                    when == null ? Condition.ALWAYS : Condition.parse(when, forms),
                    repetition,
                    count == null ? null : numberRule(count),
                    texts,
                    moments,
                    words,
                    numbers,
                    rejectsUnknown,
                    currency,
                    amountForm,
                    term,
                    countsEarlyDecisions,
                    undated == null ? UndatedDecision.REJECTED : UndatedDecision.parse(undated, forms),
                    attributes(block, shared, forms));
        }

        private String[] keys() {
            Stream<String> further = schema == RecordSchema.CUSTOMERS
                    ? Stream.of("when", "attributes", "repeated")
                    : Stream.of("when", "attributes", "repeated", COUNT);
            Stream<String> own = schema == RecordSchema.PROPOSALS
                    ? Stream.of(DECIDED_BEFORE_SENT, UNDATED_DECISION)
                    : Stream.empty();
            return Stream.of(schema.fields().stream().map(Field::key), own, further)
                    .flatMap(keys -> keys)
                    .toArray(String[]::new);
        }

        private void field(Field<?, ?> field, Yaml yaml) throws InvalidMappingException {
            switch (field.kind()) {
                case ID, REFERENCE, TEXT -> texts.put(field, TextRule.parse(yaml, forms));
                case CUSTOMER -> customer(field, yaml);
                case MOMENT -> moments.put(field, MomentRule.parse(yaml, forms));
                case TERM -> term = TermRule.parse(yaml, forms);
                case WORD ->
                    words.put(field, WordRule.parse(yaml, forms, field.words(), field == RecordSchema.MEETING_OUTCOME));
                case NUMBER -> number(field, yaml);
                case AMOUNT -> amount(field, yaml);
            }
        }

        private void customer(Field<?, ?> field, Yaml yaml) throws InvalidMappingException {
            Yaml.Block block = yaml.block("columns", "unknown");
            texts.put(field, TextRule.parse(block.required("columns"), forms));
            Yaml unknown = block.required("unknown");
            rejectsUnknown = unknown.word(Set.of("none", "reject")).equals("reject");
            if (field.isRequired() && !rejectsUnknown) {
                throw unknown.error("is not possible, expected reject: a " + schema.noun() + " always has a customer");
            }
        }

        private void number(Field<?, ?> field, Yaml yaml) throws InvalidMappingException {
            numbers.put(field, numberRule(yaml));
        }

        private NumberRule numberRule(Yaml yaml) throws InvalidMappingException {
            if (yaml.isText() || yaml.isList()) {
                return new NumberRule(TextRule.parse(yaml, forms), forms.numbers());
            }
            Yaml.Block block = yaml.block(TextSource.keysAnd("numbers"));
            NumberForms own = NumberForms.parse(block.optional("numbers"), forms.numbers());
            return new NumberRule(new TextRule(List.of(TextSource.parse(block, forms))), own);
        }

        private void amount(Field<?, ?> field, Yaml yaml) throws InvalidMappingException {
            Yaml.Block block = yaml.block(TextSource.keysAnd("numbers", "currency", "minor_units", "decimals"));
            NumberForms own = NumberForms.parse(block.optional("numbers"), forms.numbers());
            numbers.put(field, new NumberRule(new TextRule(List.of(TextSource.parse(block, forms))), own));
            currency = CurrencyRule.parse(block.required("currency"), forms, own);
            Yaml minor = block.optional("minor_units");
            Yaml decimals = block.optional("decimals");
            amountForm = new AmountForm(
                    minor != null && minor.flag(),
                    decimals != null && decimals.word(Set.of("round", "refuse")).equals("round"));
        }
    }
}
