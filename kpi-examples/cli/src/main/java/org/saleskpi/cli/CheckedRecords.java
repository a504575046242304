package org.saleskpi.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.IndicatorCatalogue;
import org.saleskpi.intake.ImportedRecords;
import org.saleskpi.output.wording.Measurability;
import org.saleskpi.output.wording.ProblemKind;
import org.saleskpi.sales.InvalidHistoryException;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;

/**
 * Records as a report would find them, looked at as far as it goes.
 *
 * @param records what the import yields
 * @param history the records that hold together
 * @param currencies how many amounts there are in each currency
 * @param isCurrencyChosen whether there is one currency to report in
 * @param isLenient whether a report would set bad records aside
 * @param problems what is wrong with the others, by kind
 * @param doubts what was read, but may have been meant otherwise, by kind
 * @param indicators what the records can tell, in the order of the catalogue
 */
record CheckedRecords(
        ImportedRecords records,
        SalesHistory history,
        Map<CurrencyUnit, Long> currencies,
        boolean isCurrencyChosen,
        boolean isLenient,
        List<ProblemKind> problems,
        List<ProblemKind> doubts,
        List<Measurability> indicators) {

    /** Builds a history of the records, leniently if need be. */
    static CheckedRecords of(
            ImportedRecords records,
            @Nullable CurrencyUnit asked,
            Function<CurrencyUnit, SalesHistoryBuilder> builders,
            boolean isLenient) {
        Map<CurrencyUnit, Long> currencies = currencies(records);
        CurrencyUnit currency = asked == null ? mostFrequent(currencies) : asked;
        List<Problem> problems = new ArrayList<>();
        SalesHistory history = null;
        if (!isLenient) {
            try {
                history = records.into(builders.apply(currency)).build();
            } catch (InvalidHistoryException e) {
                problems.addAll(e.problems());
            }
        }
        if (history == null) {
            history = records.intoLenient(builders.apply(currency)).build();
            if (isLenient) {
                problems.addAll(history.problems());
            }
        }
        Set<Problem> doubts = new HashSet<>(records.doubts());
        problems.removeIf(doubts::contains);
        return new CheckedRecords(
                records,
                history,
                currencies,
                asked != null || currencies.size() < 2,
                isLenient,
                ProblemKind.of(ProblemLines.inOrder(problems, records)),
                ProblemKind.of(ProblemLines.inOrder(records.doubts(), records)),
                Measurability.of(KpiCalculator.of(history), IndicatorCatalogue.all()));
    }

    private static Map<CurrencyUnit, Long> currencies(ImportedRecords records) {
        Map<CurrencyUnit, Long> counts = new TreeMap<>();
        records.contracts().forEach(contract -> counts.merge(contract.amount().getCurrencyUnit(), 1L, Long::sum));
        records.proposals().forEach(proposal -> {
            if (proposal.amount() != null) {
                counts.merge(proposal.amount().getCurrencyUnit(), 1L, Long::sum);
            }
        });
        return counts;
    }

    private static CurrencyUnit mostFrequent(Map<CurrencyUnit, Long> currencies) {
        return currencies.entrySet().stream()
                .max(Map.Entry.<CurrencyUnit, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(CurrencyUnit.EUR);
    }

    /** Says that one of several currencies is to be chosen. */
    static String choose(Collection<CurrencyUnit> currencies, Messages messages) {
        return messages.say(
                "data.currencies",
                currencies.stream().map(CurrencyUnit::getCode).collect(Collectors.joining(", ")));
    }

    /** Whether a report of the same data would be written. */
    boolean passes() {
        return isCurrencyChosen && (isLenient || (problems.isEmpty() && doubts.isEmpty()));
    }
}
