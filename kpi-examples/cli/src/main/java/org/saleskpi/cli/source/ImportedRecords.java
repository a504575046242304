package org.saleskpi.cli.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/**
 * What an import yields: the records that could be made, what could not and why, and an account of every file. Immutable
 * and thread-safe.
 *
 * @param customers the customers
 * @param calls the calls
 * @param meetings the meetings
 * @param proposals the proposals
 * @param contracts the contracts
 * @param surveys the survey answers
 * @param rates the exchange rates
 * @param problems what could not be made into records, in the words of the files
 * @param summary the account, line by line
 */
public record ImportedRecords(
        List<Customer> customers,
        List<Call> calls,
        List<Meeting> meetings,
        List<Proposal> proposals,
        List<Contract> contracts,
        List<Survey> surveys,
        ExchangeRates rates,
        List<Problem> problems,
        List<String> summary) {

    /** Creates the result of an import; {@link Collector} gathers it. */
    public ImportedRecords {
        customers = List.copyOf(customers);
        calls = List.copyOf(calls);
        meetings = List.copyOf(meetings);
        proposals = List.copyOf(proposals);
        contracts = List.copyOf(contracts);
        surveys = List.copyOf(surveys);
        problems = List.copyOf(problems);
        summary = List.copyOf(summary);
    }

    /**
     * Hands everything over to a history: records, rates, and what could not be made into records.
     *
     * @param history the history to be
     * @return the same history to be
     */
    public SalesHistory.Builder into(SalesHistory.Builder history) {
        return history.customers(customers)
                .calls(calls)
                .meetings(meetings)
                .proposals(proposals)
                .contracts(contracts)
                .surveys(surveys)
                .exchangeRates(rates)
                .setAside(problems);
    }

    /**
     * Returns the currencies that amounts of contracts and proposals use.
     *
     * @return the currencies by code, unmodifiable
     */
    public SortedSet<CurrencyUnit> currencies() {
        SortedSet<CurrencyUnit> currencies = new TreeSet<>();
        contracts.forEach(contract -> currencies.add(contract.amount().getCurrencyUnit()));
        for (Proposal proposal : proposals) {
            Money amount = proposal.amount();
            if (amount != null) {
                currencies.add(amount.getCurrencyUnit());
            }
        }
        return Collections.unmodifiableSortedSet(currencies);
    }

    /**
     * Returns the names of the attributes that records have.
     *
     * @return the names, unmodifiable
     */
    public SortedSet<String> attributes() {
        SortedSet<String> names = new TreeSet<>(Dimension.KEY_ORDER);
        Stream.<List<? extends SalesRecord>>of(customers, calls, meetings, proposals, contracts, surveys)
                .flatMap(List::stream)
                .forEach(found -> names.addAll(found.attributes().keySet()));
        return Collections.unmodifiableSortedSet(names);
    }

    /** Gathers what an import yields. Not thread-safe. */
    public static final class Collector {

        private final List<Customer> customers = new ArrayList<>();
        private final List<Call> calls = new ArrayList<>();
        private final List<Meeting> meetings = new ArrayList<>();
        private final List<Proposal> proposals = new ArrayList<>();
        private final List<Contract> contracts = new ArrayList<>();
        private final List<Survey> surveys = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<String> summary = new ArrayList<>();
        private final List<Problem> brokenFiles = new ArrayList<>();
        private ExchangeRates rates = ExchangeRates.none();

        /** Creates an empty collector. */
        public Collector() {}

        /**
         * Adds a record.
         *
         * @param found the record, or null for one that could not be made
         * @return whether there is a record
         */
        public boolean add(@Nullable SalesRecord found) {
            if (found == null) {
                return false;
            }
            if (found instanceof Customer customer) {
                return customers.add(customer);
            } else if (found instanceof Call call) {
                return calls.add(call);
            } else if (found instanceof Meeting meeting) {
                return meetings.add(meeting);
            } else if (found instanceof Proposal proposal) {
                return proposals.add(proposal);
            } else if (found instanceof Contract contract) {
                return contracts.add(contract);
            } else {
                return surveys.add((Survey) found);
            }
        }

        /**
         * Adds what could not be made into a record.
         *
         * @param problem what is wrong
         */
        public void add(Problem problem) {
            problems.add(problem);
        }

        /**
         * Adds a file that cannot be read: the import fails with it once every file has been looked at.
         *
         * @param problem what is wrong with the file
         */
        public void addBrokenFile(Problem problem) {
            brokenFiles.add(problem);
        }

        /**
         * Gives the exchange rates.
         *
         * @param rates the rates, in place of any given before
         */
        public void rates(ExchangeRates rates) {
            this.rates = rates;
        }

        /**
         * Adds a line to the account of files.
         *
         * @param line the line
         */
        public void summarize(String line) {
            summary.add(line);
        }

        /**
         * Completes the import.
         *
         * @return what it yields
         * @throws UnreadableDataException if a file cannot be read
         */
        public ImportedRecords finish() throws UnreadableDataException {
            if (!brokenFiles.isEmpty()) {
                throw new UnreadableDataException(brokenFiles);
            }
            return new ImportedRecords(
                    customers, calls, meetings, proposals, contracts, surveys, rates, problems, summary);
        }
    }
}
