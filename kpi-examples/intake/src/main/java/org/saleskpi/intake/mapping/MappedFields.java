package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.record.AmountForm;
import org.saleskpi.intake.record.BadCellException;
import org.saleskpi.intake.record.Field;
import org.saleskpi.intake.record.RecordFields;
import org.saleskpi.intake.record.RecordSchema;
import org.saleskpi.intake.table.Row;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SharedTexts;

/** What a row says about a record by the rule of a mapping. */
final class MappedFields implements RecordFields {

    private final RecordRule rule;
    private final Row row;
    private final int number;
    private final ImportContext context;
    private final RecordTally tally;

    /**
     * What rows are read against.
     *
     * @param zone the zone of the run
     * @param now the moment of the run
     * @param lookups the tables in which texts are looked up
     * @param texts the ids of all customers, and one text for all rows that have it
     * @param owners the names of owners that were looked up
     */
    record ImportContext(ZoneId zone, Instant now, Lookups lookups, SharedTexts texts, OwnerNames owners) {}

    MappedFields(RecordRule rule, Row row, ImportContext context, RecordTally tally) {
        this(rule, row, 0, context, tally);
    }

    /** What a row says about one of several records that it counts as; 0 if it is one itself. */
    MappedFields(RecordRule rule, Row row, int number, ImportContext context, RecordTally tally) {
        this.rule = rule;
        this.row = row;
        this.number = number;
        this.context = context;
        this.tally = tally;
    }

    /** The id that the row gives; null for none. */
    @Nullable
    String id() {
        TextRule id = rule.texts().get(RecordSchema.ID);
        return id == null ? null : id.read(row, context.lookups());
    }

    @Override
    public Origin origin() {
        return row.origin();
    }

    @Override
    public @Nullable String written(Field<?, ?> field) {
        TextRule text = rule.texts().get(field);
        MomentRule moment = rule.moments().get(field);
        RecordRule.NumberRule number = rule.numbers().get(field);
        if (text != null) {
            return text.written(row);
        } else if (moment != null) {
            return moment.texts().written(row);
        } else if (number != null) {
            return number.text().written(row);
        } else if (field.kind() == Field.Kind.TERM && rule.term() != null) {
            return rule.term().written(row);
        } else {
            return null;
        }
    }

    @Override
    public @Nullable String text(Field<?, String> field) throws BadCellException {
        TextRule text = rule.texts().get(field);
        if (text == null) {
            return null;
        }
        TextRule.Given given = text.given(row, context.lookups());
        String value = given == null ? null : given.text();
        if (text.isCircle(row, context.lookups())) {
            throw new BadCellException(written(field), "leads in a circle, expected an end");
        }
        if (given != null && field == RecordSchema.OWNER) {
            return share(owner(given));
        }
        if (field.kind() == Field.Kind.CUSTOMER) {
            return customer(field, value);
        }
        if (value == null || field.kind() != Field.Kind.ID) {
            return value == null ? null : share(value);
        }
        if (number > 0) {
            return RecordRows.countedId(value, number);
        }
        return rule.type() == RecordType.CUSTOMER ? context.texts().customer(value) : value;
    }

    @Override
    public @Nullable String currency(Field<?, Money> field) throws BadCellException {
        String code = currency();
        CurrencyRule currency = rule.currency();
        if (code != null && currency != null && currency.isAssumed(row, context.lookups())) {
            tally.assumedCurrency(code);
        }
        return code;
    }

    /** Says nothing where there is no amount: some systems give every row a currency. */
    private @Nullable String currency() throws BadCellException {
        RecordRule.NumberRule amount = rule.amount();
        CurrencyRule currency = rule.currency();
        String text = amount == null ? null : amount.text().read(row, context.lookups());
        return amount == null || currency == null || text == null
                ? null
                : currency.code(row, text, amount.forms(), context.lookups());
    }

    /** Reads an amount, of which a sign of another currency says that it is not what it seems to be. */
    private BigDecimal amount(String text, NumberForms forms) throws BadCellException {
        CurrencyRule currency = rule.currency();
        if (currency == null) {
            return forms.read(text);
        }
        String code = currencyIfKnown();
        if (code != null) {
            forms.checkSigns(text, code);
        }
        return forms.read(currency.number(text));
    }

    /** The currency; null if it is bad, which is then told elsewhere. */
    private @Nullable String currencyIfKnown() {
        try {
            return currency();
        } catch (BadCellException e) {
            return null;
        }
    }

    private @Nullable String customer(Field<?, String> field, @Nullable String found) throws BadCellException {
        // What is written may lead to no id, when it is looked up in other files.
        String id = found == null ? written(field) : found;
        if (id == null) {
            tally.withoutCustomer();
            return null;
        }
        String known =
                found == null ? null : context.texts().knownCustomer(found).orElse(null);
        if (known != null) {
            tally.withCustomer();
            return known;
        }
        tally.unknownCustomer(id);
        if (rule.rejectsUnknown()) {
            throw new BadCellException(id, "is unknown, expected the id of a customer");
        }
        return null;
    }

    /** The name of an owner; several may have that which was looked up. */
    private String owner(TextRule.Given given) {
        Lookup table = given.source().lastTable();
        String key = table == null ? null : given.source().lastKey(row, context.lookups());
        return table == null || key == null ? given.text() : context.owners().distinctName(table, key, given.text());
    }

    private String share(String text) {
        return context.texts().text(text);
    }

    @Override
    public @Nullable Moment moment(Field<?, Instant> field) throws BadCellException {
        if (field.kind() == Field.Kind.TERM) {
            return endsAt(start());
        }
        if (field != RecordSchema.DECIDED_AT) {
            return momentAsWritten(field);
        }
        if (isPending()) {
            return null;
        }
        Moment decided = momentAsWritten(field);
        return decided == null ? momentOfUndatedDecision() : decided;
    }

    /** The end of a contract whose term starts at a moment. */
    @Nullable
    Moment endsAt(@Nullable Instant start) throws BadCellException {
        return rule.term() == null ? null : rule.term().end(row, start, context.zone(), context.lookups());
    }

    /** A moment, whatever else the row says. */
    @Nullable
    Moment momentAsWritten(Field<?, Instant> field) throws BadCellException {
        MomentRule moment = rule.moments().get(field);
        return moment == null ? null : moment.read(row, context.zone(), context.lookups());
    }

    /** The moment that stands in for that of a decision of which nothing says when. */
    @Nullable
    Moment momentOfUndatedDecision() throws BadCellException {
        MomentRule rule = this.rule.undatedDecision().moment();
        Moment moment = rule == null ? null : rule.read(row, context.zone(), context.lookups());
        if (moment != null) {
            tally.decisionDated();
        }
        return moment;
    }

    /** Whether a proposal counts as pending because its decision has no moment. */
    boolean keepsUndatedOpen() {
        return rule.undatedDecision().keepsOpen();
    }

    /** Counts a proposal that is kept open. */
    void keptOpen() {
        tally.decisionKeptOpen();
    }

    /** Whether the row itself says which of a few words a field is, known or not. */
    boolean says(Field<?, ?> field) {
        WordRule choice = rule.words().get(field);
        WordRule.Found found = choice == null ? null : choice.find(row, context.lookups());
        return found != null && (found.word() != null || found.text() != null);
    }

    @Override
    public boolean countsEarlyDecision() {
        if (rule.countsEarlyDecisions()) {
            tally.decidedBeforeSent();
        }
        return rule.countsEarlyDecisions();
    }

    /** When the term of a contract starts. Null if that is bad, which is then told elsewhere. */
    private @Nullable Instant start() {
        try {
            Moment start = moment(RecordSchema.STARTS_AT);
            if (start == null) {
                start = moment(RecordSchema.SIGNED_AT);
            }
            return start == null ? null : start.instant();
        } catch (BadCellException e) {
            return null;
        }
    }

    /** Whether a proposal is not decided: what its row then says of a decision is not one. */
    boolean isPending() {
        WordRule status = rule.words().get(RecordSchema.STATUS);
        return status != null
                && Proposal.Status.PENDING.name().equals(meaning(status, status.find(row, context.lookups())));
    }

    private boolean isUndated() {
        try {
            return momentAsWritten(RecordSchema.DECIDED_AT) == null;
        } catch (BadCellException e) {
            return false; // Told elsewhere.
        }
    }

    @Override
    public @Nullable BigDecimal number(Field<?, Integer> field) throws BadCellException {
        RecordRule.NumberRule number = rule.numbers().get(field);
        return number == null ? null : number.read(row, context.lookups());
    }

    @Override
    public @Nullable BigDecimal amount(Field<?, Money> field) throws BadCellException {
        RecordRule.NumberRule number = rule.numbers().get(field);
        String text = number == null ? null : number.text().read(row, context.lookups());
        if (number == null || text == null) {
            return null;
        }
        return number.isPlain(row, context.lookups()) ? NumberForms.PLAIN.read(text) : amount(text, number.forms());
    }

    @Override
    public AmountForm amountForm() {
        return rule.amountForm();
    }

    @Override
    public void rounded(CurrencyUnit currency, BigDecimal difference) {
        tally.rounded(currency, difference);
    }

    @Override
    public String remedyForNegative() {
        RecordRule.NumberRule amount = rule.amount();
        return amount == null
                ? ""
                : "; rows of credit notes are left out by skip: [{when: {"
                        + amount.text().column(row) + ": {negative: true}}, because: credit note}]";
    }

    @Override
    public <E extends Enum<E>> @Nullable E word(Field<?, E> field) throws BadCellException {
        E word = wordAsWritten(field);
        if (field == RecordSchema.STATUS && keepsUndatedOpen() && !isPending() && isUndated()) {
            keptOpen();
            return Enum.valueOf(field.type(), Proposal.Status.PENDING.name());
        }
        return word;
    }

    /** One of a few words, whatever else the row says. */
    <E extends Enum<E>> @Nullable E wordAsWritten(Field<?, E> field) throws BadCellException {
        WordRule choice = rule.words().get(field);
        if (choice == null) {
            return null;
        }
        WordRule.Found found = choice.find(row, context.lookups());
        String word = meaning(choice, found);
        if (word == null && field != RecordSchema.CALL_OUTCOME) {
            throw new BadCellException(
                    found.text(),
                    found.text() == null
                            ? "is missing"
                            : "is not among the words of the mapping, expected one of "
                                    + choice.words().listed().texts().values().stream()
                                            .sorted()
                                            .collect(Collectors.joining(", ")));
        }
        if (found.word() == null && found.text() != null) {
            tally.unknownWord(field.name(), found.text(), word == null ? "not recorded" : word);
        }
        return word == null ? null : Enum.valueOf(field.type(), word);
    }

    private @Nullable String meaning(WordRule choice, WordRule.Found found) {
        if (found.word() != null) {
            return found.word();
        }
        return Objects.equals(choice.past(), choice.future()) || !isFuture() ? choice.past() : choice.future();
    }

    private boolean isFuture() {
        try {
            Moment at = moment(RecordSchema.AT);
            return at != null && at.instant().isAfter(context.now());
        } catch (BadCellException e) {
            return false;
        }
    }

    @Override
    public Map<String, String> attributes() {
        Map<String, String> values = new LinkedHashMap<>();
        rule.attributes().forEach((name, text) -> {
            String value = text.read(row, context.lookups());
            if (value != null) {
                values.put(name, share(value));
            }
        });
        return context.texts().attributes(values);
    }
}
