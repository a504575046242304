package org.saleskpi.intake.mapping;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.record.AmountForm;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.Survey;

/**
 * How rows of a file become records of one kind. Fields go by the names that the CSV folder has for them.
 *
 * @param type the kind of record
 * @param when which rows become one
 * @param repetition what several rows with one id are
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
 * @param attributes the free attributes
 */
record RecordRule(
        RecordType type,
        Condition when,
        Repetition repetition,
        Map<String, TextRule> texts,
        Map<String, MomentRule> moments,
        Map<String, WordRule> words,
        Map<String, NumberRule> numbers,
        boolean rejectsUnknown,
        @Nullable CurrencyRule currency,
        AmountForm amountForm,
        @Nullable TermRule term,
        boolean countsEarlyDecisions,
        Map<String, TextRule> attributes) {

    /** Which number a row gives, and how it is written. */
    record NumberRule(TextRule text, NumberForms forms) {}

    /** The conventions of a file. */
    record Forms(MomentForms moments, NumberForms numbers) {}

    private static final Map<String, RecordType> TYPES = Map.of(
            "customer", RecordType.CUSTOMER,
            "call", RecordType.CALL,
            "meeting", RecordType.MEETING,
            "proposal", RecordType.PROPOSAL,
            "contract", RecordType.CONTRACT,
            "survey", RecordType.SURVEY);

    /** Parses an item of {@code records}, such as {@code call: {…}}. */
    static RecordRule parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        Yaml.Block kinds = yaml.block(TYPES.keySet().toArray(String[]::new));
        if (kinds.entries().size() != 1) {
            throw yaml.error("expected one kind of record");
        }
        Map.Entry<String, Yaml> kind = kinds.entries().entrySet().iterator().next();
        return new Parser(requireNonNull(TYPES.get(kind.getKey())), forms).parse(kind.getValue());
    }

    /** What one of the records is called, such as {@code call}. */
    String noun() {
        return type.toString().toLowerCase(Locale.ROOT);
    }

    /** All that is read from the row. */
    List<TextRule.Source> sources() {
        List<TextRule.Source> sources = new ArrayList<>();
        when.sources().forEach(sources::add);
        texts.values().forEach(text -> sources.addAll(text.sources()));
        moments.values().forEach(moment -> sources.addAll(moment.texts().sources()));
        numbers.values().forEach(number -> sources.addAll(number.text().sources()));
        attributes.values().forEach(attribute -> sources.addAll(attribute.sources()));
        words.values().forEach(word -> word.sources().forEach(sources::add));
        if (currency != null) {
            sources.addAll(currency.sources());
        }
        if (term != null) {
            term.sources().forEach(sources::add);
        }
        return sources;
    }

    /** What is read from the row to find ids. */
    Stream<TextRule.Source> idSources() {
        return Stream.of("id", "customer_id", "proposal_id")
                .map(texts::get)
                .filter(Objects::nonNull)
                .flatMap(text -> text.sources().stream());
    }

    /** Parses the block of one record; holds what has been parsed so far. */
    private static final class Parser {

        private final RecordType type;
        private final Forms forms;
        private final Map<String, TextRule> texts = new HashMap<>();
        private final Map<String, MomentRule> moments = new HashMap<>();
        private final Map<String, WordRule> words = new HashMap<>();
        private final Map<String, NumberRule> numbers = new HashMap<>();
        private final Map<String, TextRule> attributes = new LinkedHashMap<>();
        private boolean rejectsUnknown;
        private @Nullable CurrencyRule currency;
        private AmountForm amountForm = AmountForm.EXACT;
        private @Nullable TermRule term;
        private boolean countsEarlyDecisions;

        Parser(RecordType type, Forms forms) {
            this.type = type;
            this.forms = forms;
        }

        RecordRule parse(Yaml yaml) throws InvalidMappingException {
            Yaml.Block block = yaml.block(
                    switch (type) {
                        case CUSTOMER -> keys("since", "disqualified_at");
                        case CALL -> keys("customer", "at", "outcome", "purpose");
                        case MEETING -> keys("customer", "at", "outcome", "purpose", "booked_at");
                        case PROPOSAL ->
                            keys("customer", "sent_at", "status", "decided_at", "decided_before_sent", "amount");
                        case CONTRACT ->
                            keys("customer", "signed_at", "starts_at", "term", "amount", "billing", "proposal");
                        case SURVEY -> keys("customer", "at", "score", "scale");
                        case EXCHANGE_RATE -> keys();
                    });
            text("id", block.required("id"));
            text("owner", block.optional("owner"));
            customer(type == RecordType.CONTRACT ? block.required("customer") : block.optional("customer"));
            switch (type) {
                case CUSTOMER -> {
                    moment("since", block.required("since"));
                    moment("disqualified_at", block.optional("disqualified_at"));
                }
                case CALL -> {
                    moment("at", block.required("at"));
                    word("outcome", block.optional("outcome"), Call.Outcome.class);
                    word("purpose", block.required("purpose"), Call.Purpose.class);
                }
                case MEETING -> {
                    moment("at", block.required("at"));
                    word("outcome", block.required("outcome"), Meeting.Outcome.class);
                    word("purpose", block.required("purpose"), Meeting.Purpose.class);
                    moment("booked_at", block.optional("booked_at"));
                }
                case PROPOSAL -> {
                    moment("sent_at", block.required("sent_at"));
                    word("status", block.required("status"), Proposal.Status.class);
                    moment("decided_at", block.required("decided_at"));
                    Yaml early = block.optional("decided_before_sent");
                    countsEarlyDecisions = early != null
                            && early.word(Set.of("zero-days", "reject")).equals("zero-days");
                    amount(block.optional("amount"));
                }
                case CONTRACT -> {
                    moment("signed_at", block.required("signed_at"));
                    moment("starts_at", block.optional("starts_at"));
                    term = TermRule.parse(block.required("term"), forms.moments());
                    amount(block.required("amount"));
                    word("billing", block.optional("billing"), Contract.Billing.class);
                    text("proposal_id", block.optional("proposal"));
                }
                case SURVEY -> {
                    moment("at", block.required("at"));
                    number("score", block.required("score"));
                    word("scale", block.required("scale"), Survey.Scale.class);
                }
                case EXCHANGE_RATE -> throw yaml.error("is no kind of record");
            }
            Yaml named = block.optional("attributes");
            if (named != null) {
                for (Map.Entry<String, Yaml> entry : named.entries().entrySet()) {
                    attributes.put(entry.getKey(), TextRule.parse(entry.getValue()));
                }
            }
            Yaml when = block.optional("when");
            return new RecordRule(
                    type,
                    when == null ? Condition.ALWAYS : Condition.parse(when),
                    Repetition.parse(block.optional("repeated"), type),
                    texts,
                    moments,
                    words,
                    numbers,
                    rejectsUnknown,
                    currency,
                    amountForm,
                    term,
                    countsEarlyDecisions,
                    attributes);
        }

        private static String[] keys(String... own) {
            List<String> keys = new ArrayList<>(List.of(own));
            keys.addAll(List.of("when", "id", "owner", "attributes", "repeated"));
            return keys.toArray(String[]::new);
        }

        private void text(String field, @Nullable Yaml yaml) throws InvalidMappingException {
            if (yaml != null) {
                texts.put(field, TextRule.parse(yaml));
            }
        }

        private void moment(String field, @Nullable Yaml yaml) throws InvalidMappingException {
            if (yaml != null) {
                moments.put(field, MomentRule.parse(yaml, forms.moments()));
            }
        }

        private void word(String field, @Nullable Yaml yaml, Class<? extends Enum<?>> type)
                throws InvalidMappingException {
            if (yaml != null) {
                words.put(field, WordRule.parse(yaml, type, type == Meeting.Outcome.class));
            }
        }

        private void customer(@Nullable Yaml yaml) throws InvalidMappingException {
            if (yaml == null) {
                return;
            }
            Yaml.Block block = yaml.block("columns", "unknown");
            texts.put("customer_id", TextRule.parse(block.required("columns")));
            Yaml unknown = block.required("unknown");
            rejectsUnknown = unknown.word(Set.of("none", "reject")).equals("reject");
            if (type == RecordType.CONTRACT && !rejectsUnknown) {
                throw unknown.error("is not possible, expected reject: a contract always has a customer");
            }
        }

        private void number(String field, Yaml yaml) throws InvalidMappingException {
            if (yaml.isText() || yaml.isList()) {
                numbers.put(field, new NumberRule(TextRule.parse(yaml), forms.numbers()));
                return;
            }
            Yaml.Block block = yaml.block(TextRule.keysAnd("numbers"));
            NumberForms own = NumberForms.parse(block.optional("numbers"), forms.numbers());
            numbers.put(field, new NumberRule(new TextRule(List.of(TextRule.source(block))), own));
        }

        private void amount(@Nullable Yaml yaml) throws InvalidMappingException {
            if (yaml == null) {
                return;
            }
            Yaml.Block block = yaml.block(TextRule.keysAnd("numbers", "currency", "minor_units", "decimals"));
            NumberForms own = NumberForms.parse(block.optional("numbers"), forms.numbers());
            numbers.put("amount", new NumberRule(new TextRule(List.of(TextRule.source(block))), own));
            currency = CurrencyRule.parse(block.required("currency"), own);
            Yaml minor = block.optional("minor_units");
            Yaml decimals = block.optional("decimals");
            amountForm = new AmountForm(
                    minor != null && minor.flag(),
                    decimals != null && decimals.word(Set.of("round", "refuse")).equals("round"));
        }
    }
}
