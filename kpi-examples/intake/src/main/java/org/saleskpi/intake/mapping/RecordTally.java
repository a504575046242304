package org.saleskpi.intake.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.saleskpi.intake.ImportNote;
import org.saleskpi.intake.RecordAccount;
import org.saleskpi.intake.record.Field;
import org.saleskpi.intake.table.CountedNoun;

/** The account of the records that one rule makes. Not thread-safe. */
final class RecordTally {

    private final RecordRule rule;
    private final Map<String, Integer> badFields = new HashMap<>();
    private final Map<String, Integer> unknownCustomers = new HashMap<>();
    private final Map<String, Map<String, Integer>> unknownWords = new LinkedHashMap<>();
    private final Map<CurrencyUnit, BigDecimal> roundings = new TreeMap<>();
    private int rounded;
    private int made;
    private int setAside;
    private int repeated;
    private final Map<String, Integer> assumedCurrencies = new LinkedHashMap<>();
    private int decidedBeforeSent;
    private int decisionsDated;
    private int countedAsNone;
    private int decisionsKeptOpen;
    private int withCustomer;
    private int withoutCustomer;

    RecordTally(RecordRule rule) {
        this.rule = rule;
    }

    void record(boolean isMade) {
        if (isMade) {
            made++;
        } else {
            setAside++;
        }
    }

    /** Counts a row of a customer of whom there was one before. */
    void repeated() {
        repeated++;
    }

    /** Counts a proposal that was decided before it was sent, by what its row says. */
    void decidedBeforeSent() {
        decidedBeforeSent++;
    }

    /** Counts a decision that the mapping dates, as nothing else does. */
    void decisionDated() {
        decisionsDated++;
    }

    /** Counts a proposal that counts as pending, as nothing says when it was decided. */
    void decisionKeptOpen() {
        decisionsKeptOpen++;
    }

    /** Counts an amount that has the currency which the mapping gives to those without one. */
    void assumedCurrency(String code) {
        assumedCurrencies.merge(code, 1, Integer::sum);
    }

    void badField(String field) {
        badFields.merge(field, 1, Integer::sum);
    }

    /** Counts an amount that is more than what was written, or less. */
    void rounded(CurrencyUnit currency, BigDecimal difference) {
        rounded++;
        roundings.merge(currency, difference, BigDecimal::add);
    }

    /** Counts a row that counts as no record. */
    void countedAsNone() {
        countedAsNone++;
    }

    void withCustomer() {
        withCustomer++;
    }

    void withoutCustomer() {
        withoutCustomer++;
    }

    void unknownCustomer(String id) {
        unknownCustomers.merge(id, 1, Integer::sum);
    }

    /** Counts a word that the mapping does not know. */
    void unknownWord(String field, String word, String countedAs) {
        unknownWords
                .computeIfAbsent(field + " not understood, counted as " + countedAs, key -> new HashMap<>())
                .merge(word, 1, Integer::sum);
    }

    RecordAccount account() {
        return new RecordAccount(rule.type(), made, setAside, badFields, repeated, notes());
    }

    private List<ImportNote> notes() {
        List<ImportNote> notes = new ArrayList<>();
        if (decidedBeforeSent > 0) {
            notes.add(ImportNote.of(
                    "decided before sent, counted as sent when decided (zero days): " + decidedBeforeSent));
        }
        if (countedAsNone > 0) {
            notes.add(ImportNote.of("no record, as count is empty or 0: " + CountedNoun.of(countedAsNone, "row")));
        }
        if (decisionsDated > 0) {
            notes.add(ImportNote.of("decided without a date, dated by undated_decision: " + decisionsDated));
        }
        if (decisionsKeptOpen > 0) {
            notes.add(ImportNote.of("decided without a date, kept open: " + decisionsKeptOpen));
        }
        if (rounded > 0) {
            notes.add(ImportNote.of(CountedNoun.of(rounded, "amount") + " rounded, in all by "
                    + roundings.entrySet().stream()
                            .map(entry -> entry.getValue().stripTrailingZeros().toPlainString() + " " + entry.getKey())
                            .collect(Collectors.joining(", "))));
        }
        assumedCurrencies.forEach((code, count) ->
                notes.add(ImportNote.of("currency not given, taken as " + code + " by the mapping: " + count)));
        if (rule.texts().keySet().stream().anyMatch(field -> field.kind() == Field.Kind.CUSTOMER)) {
            notes.add(ImportNote.of("customer: " + withCustomer + " known, " + withoutCustomer + " not given, "
                    + unknownCustomers.values().stream()
                            .mapToInt(Integer::intValue)
                            .sum() + " unknown"));
        }
        if (!unknownCustomers.isEmpty()) {
            notes.add(new ImportNote(
                    "customer unknown, " + (rule.rejectsUnknown() ? "set aside" : "counted without one"),
                    unknownCustomers));
        }
        unknownWords.forEach((what, words) -> notes.add(new ImportNote(what, words)));
        return notes;
    }
}
