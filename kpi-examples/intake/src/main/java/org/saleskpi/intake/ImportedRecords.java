package org.saleskpi.intake;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/**
 * What an import yields: the records that could be made, what could not and why, and an account of every file. Immutable
 * and thread-safe.
 *
 * @param records the records, in the order in which they were found
 * @param rates the exchange rates
 * @param problems what could not be made into records, in the words of the files
 * @param doubts what was read, but may have been meant otherwise: an import that is to be strict fails with it
 * @param account what was done with every file, and what was found in all
 */
public record ImportedRecords(
        List<SalesRecord> records,
        ExchangeRates rates,
        List<Problem> problems,
        List<Problem> doubts,
        ImportAccount account) {

    /**
     * Creates the result of an import; importers do.
     *
     * @param records the records, in the order in which they were found
     * @param rates the exchange rates
     * @param problems what could not be made into records, in the words of the files
     * @param doubts what was read, but may have been meant otherwise
     * @param account what was done with every file, and what was found in all
     */
    public ImportedRecords {
        records = List.copyOf(records);
        problems = List.copyOf(problems);
        doubts = List.copyOf(doubts);
        requireNonNull(account, "account");
    }

    /**
     * Hands everything over to a history: records, rates, what could not be made into records, and what is doubtful. A
     * history that is strict fails with the last two.
     *
     * @param history the history to be
     * @return the same history to be
     */
    public SalesHistoryBuilder into(SalesHistoryBuilder history) {
        return history.addAll(records).exchangeRates(rates).setAside(problems).setAside(doubts);
    }

    /**
     * Hands records, rates, and what could not be made into records over to a history, and makes that lenient. What is
     * doubtful counts as it was read; {@link #doubts} tells it.
     *
     * @param history the history to be
     * @return the same history to be
     */
    public SalesHistoryBuilder intoLenient(SalesHistoryBuilder history) {
        return history.addAll(records).exchangeRates(rates).setAside(problems).lenient();
    }

    /**
     * Returns the account of every file as text.
     *
     * @return the account line by line
     */
    public List<String> summary() {
        return account.fileLines();
    }

    /**
     * Returns what was found in all as text.
     *
     * @return the lines with which the account ends
     */
    public List<String> totals() {
        return account.closingLines();
    }

    /**
     * Returns the customers.
     *
     * @return those among the records
     */
    public List<Customer> customers() {
        return only(Customer.class);
    }

    /**
     * Returns the calls.
     *
     * @return those among the records
     */
    public List<Call> calls() {
        return only(Call.class);
    }

    /**
     * Returns the meetings.
     *
     * @return those among the records
     */
    public List<Meeting> meetings() {
        return only(Meeting.class);
    }

    /**
     * Returns the proposals.
     *
     * @return those among the records
     */
    public List<Proposal> proposals() {
        return only(Proposal.class);
    }

    /**
     * Returns the contracts.
     *
     * @return those among the records
     */
    public List<Contract> contracts() {
        return only(Contract.class);
    }

    /**
     * Returns the survey answers.
     *
     * @return those among the records
     */
    public List<Survey> surveys() {
        return only(Survey.class);
    }

    private <R extends SalesRecord> List<R> only(Class<R> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * Returns the currencies that amounts of contracts and proposals use.
     *
     * @return the currencies by code, unmodifiable
     */
    public SortedSet<CurrencyUnit> currencies() {
        SortedSet<CurrencyUnit> currencies = new TreeSet<>();
        contracts().forEach(contract -> currencies.add(contract.amount().getCurrencyUnit()));
        for (Proposal proposal : proposals()) {
            Money amount = proposal.amount();
            if (amount != null) {
                currencies.add(amount.getCurrencyUnit());
            }
        }
        return Collections.unmodifiableSortedSet(currencies);
    }
}
