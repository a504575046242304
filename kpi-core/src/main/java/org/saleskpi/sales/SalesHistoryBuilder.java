package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.joda.money.CurrencyUnit;
import org.saleskpi.time.SalesCalendar;
import org.saleskpi.work.Workers;

/**
 * Collects the records of a {@link SalesHistory}, in any order and any number of calls.
 *
 * <p>Records come in lists of one kind, in mixed lists, or one by one from a stream. Given as builders, those that break a
 * rule of their own are {@linkplain #lenient set aside} like those that are at odds with others, in place of an exception in
 * the middle of an import:
 *
 * <pre>{@code
 * SalesHistoryBuilder history = SalesHistory.builder(ZoneId.of("America/New_York"), CurrencyUnit.USD).lenient();
 * List.of("c-1,2026-04-01", ",2026-04-02").stream()
 *         .map(row -> row.split(","))
 *         .map(row -> Customer.builder(row[0], history.startOf(LocalDate.parse(row[1]))))
 *         .forEach(history::add);
 * history.addAll(List.of(
 *         Call.builder("k-1", Instant.parse("2026-04-02T14:00:00Z")).customer("c-1").build(),
 *         Survey.builder("v-1", Instant.parse("2026-04-09T14:00:00Z"), Survey.Scale.NPS, 9).build()));
 * SalesHistory built = history.build();
 * assert built.records().size() == 3;
 * assert built.problems().get(0).toString().equals("Customer : id \"\" is missing or blank, expected a text");
 * }</pre>
 *
 * <p>Not thread-safe: a parallel stream is to be made sequential first.
 *
 * @since 0.1.0
 */
public final class SalesHistoryBuilder {

    private final ZoneId zone;
    private final CurrencyUnit currency;
    private final Records records = Records.empty();
    private final SharedTexts texts = new SharedTexts();
    private final List<Problem> setAside = new ArrayList<>();
    private ExchangeRates exchangeRates = ExchangeRates.none();
    private SalesCalendar calendar = SalesCalendar.iso();
    private boolean lenient;

    SalesHistoryBuilder(ZoneId zone, CurrencyUnit currency) {
        this.zone = requireNonNull(zone, "zone");
        this.currency = requireNonNull(currency, "currency");
    }

    /**
     * Returns the moment for a record whose source knows a date only: the first instant of that day in the business time
     * zone. Midnight of another zone would put the first day of a month into the month before.
     *
     * <p>A term that is written with its last day ends with the start of the day after it.
     *
     * @param day the day
     * @return its first instant
     */
    public Instant startOf(LocalDate day) {
        return requireNonNull(day, "day").atStartOfDay(zone).toInstant();
    }

    /**
     * Returns the moment for something that a source knows the date of, and that cannot have been before another moment,
     * such as the decision on a proposal: the start of the day or, if the other moment is on that very day, that moment.
     *
     * @param day the day
     * @param notBefore the moment of what came first, such as {@link Proposal#sentAt}
     * @return {@code notBefore} on the day of {@code notBefore}, the first instant of the day on any other
     */
    public Instant startOf(LocalDate day, Instant notBefore) {
        requireNonNull(day, "day");
        requireNonNull(notBefore, "notBefore");
        return LocalDate.ofInstant(notBefore, zone).equals(day) ? notBefore : startOf(day);
    }

    /**
     * Adds a record.
     *
     * @param record a record of any kind
     * @return this builder
     */
    public SalesHistoryBuilder add(SalesRecord record) {
        records.add(requireNonNull(record, "record"));
        return this;
    }

    /**
     * Builds a record and adds it. If it breaks a rule of its own, a strict build of the history fails with that problem
     * among all others; a lenient one reports it, and facts of a customer that is set aside like this are set aside too. Records
     * that are built here {@linkplain SharedTexts share} their owners, customers and attributes.
     *
     * @param record the builder of a record of any kind, which may be used again afterwards
     * @return this builder
     */
    public SalesHistoryBuilder add(RecordBuilder<?> record) {
        requireNonNull(record, "record").share(texts);
        try {
            records.add(record.build());
        } catch (InvalidRecordException e) {
            setAside.add(e.problem());
        }
        return this;
    }

    /**
     * Adds records of any kinds.
     *
     * @param records the records, such as those of {@link SalesHistory#records another history}
     * @return this builder
     */
    public SalesHistoryBuilder addAll(Iterable<? extends SalesRecord> records) {
        return addAll("records", records);
    }

    private SalesHistoryBuilder addAll(String name, Iterable<? extends SalesRecord> added) {
        int index = 0;
        for (SalesRecord record : requireNonNull(added, name)) {
            records.add(present(record, name, index));
            index++;
        }
        return this;
    }

    private static <T> T present(T element, String name, int index) {
        if (element == null) {
            throw new NullPointerException(name + "[" + index + "]");
        }
        return element;
    }

    /**
     * Adds customers.
     *
     * @param customers the customers
     * @return this builder
     */
    public SalesHistoryBuilder customers(Iterable<Customer> customers) {
        return addAll("customers", customers);
    }

    /**
     * Adds calls.
     *
     * @param calls the calls
     * @return this builder
     */
    public SalesHistoryBuilder calls(Iterable<Call> calls) {
        return addAll("calls", calls);
    }

    /**
     * Adds meetings.
     *
     * @param meetings the meetings
     * @return this builder
     */
    public SalesHistoryBuilder meetings(Iterable<Meeting> meetings) {
        return addAll("meetings", meetings);
    }

    /**
     * Adds proposals.
     *
     * @param proposals the proposals
     * @return this builder
     */
    public SalesHistoryBuilder proposals(Iterable<Proposal> proposals) {
        return addAll("proposals", proposals);
    }

    /**
     * Adds contracts.
     *
     * @param contracts the contracts
     * @return this builder
     */
    public SalesHistoryBuilder contracts(Iterable<Contract> contracts) {
        return addAll("contracts", contracts);
    }

    /**
     * Adds survey answers.
     *
     * @param surveys the answers
     * @return this builder
     */
    public SalesHistoryBuilder surveys(Iterable<Survey> surveys) {
        return addAll("surveys", surveys);
    }

    /**
     * Gives the rates at which amounts in other currencies are converted.
     *
     * @param exchangeRates the rates, in place of any given before
     * @return this builder
     */
    public SalesHistoryBuilder exchangeRates(ExchangeRates exchangeRates) {
        this.exchangeRates = requireNonNull(exchangeRates, "exchangeRates");
        return this;
    }

    /**
     * Gives the calendar whose units reports follow: {@link SalesCalendar#iso} by default.
     *
     * @param calendar the calendar, in place of any given before
     * @return this builder
     */
    public SalesHistoryBuilder calendar(SalesCalendar calendar) {
        this.calendar = requireNonNull(calendar, "calendar");
        return this;
    }

    /**
     * Adds what an importer could not turn into records: a strict build fails with it, a lenient one reports it, and facts of
     * a customer that is among it are set aside too.
     *
     * @param problems the problems
     * @return this builder
     */
    public SalesHistoryBuilder setAside(Iterable<Problem> problems) {
        int index = 0;
        for (Problem problem : requireNonNull(problems, "problems")) {
            setAside.add(present(problem, "problems", index));
            index++;
        }
        return this;
    }

    /**
     * Asks for bad records to be set aside, with the reason for each among {@link SalesHistory#problems}, instead of failing.
     *
     * @return this builder
     */
    public SalesHistoryBuilder lenient() {
        this.lenient = true;
        return this;
    }

    /**
     * Checks the records against each other and completes the history.
     *
     * <p>Ids must be unique within a kind of record, facts must belong to customers that exist, a customer must not be
     * disqualified before its entry, amounts must have an exchange rate where they need one, and the amounts of contracts,
     * those billed monthly times their months, and those of proposals must be small enough to be summed.
     *
     * @return the history
     * @throws InvalidHistoryException if the build is strict and something is wrong, or amounts cannot be summed; it holds
     *     all problems
     */
    public SalesHistory build() {
        return build(Workers.CALLER);
    }

    /**
     * Checks the records against each other and completes the history as {@link #build()} does, with the help of other threads. The
     * history, and the problems if there are any, are the same.
     *
     * <p>The calling thread does the work, and waits for no thread but those that have begun to help: a pool whose threads are all
     * busy, or of which the caller is a thread, is no danger, and one that refuses tasks is no help. Fewer than 10,000
     * records are checked by the caller alone, which is as fast. A caller that is interrupted goes on, and is interrupted afterwards.
     *
     * <pre>{@code
     * import java.util.concurrent.ExecutorService;
     * import java.util.concurrent.Executors;
     *
     * ExecutorService pool = Executors.newFixedThreadPool(2);
     * SalesHistory history = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
     *         .customers(customers)
     *         .calls(calls)
     *         .build(pool);
     * KpiCalculator kpis = KpiCalculator.of(history).prepare(pool, Dimension.OWNER);
     * pool.shutdown();
     * }</pre>
     *
     * @param executor whose threads help
     * @return the history
     * @throws InvalidHistoryException if the build is strict and something is wrong, or amounts cannot be summed; it holds
     *     all problems
     */
    public SalesHistory build(Executor executor) {
        return build(
                Workers.of(requireNonNull(executor, "executor"), records.all().size()));
    }

    private SalesHistory build(Workers workers) {
        ReportingCurrency reporting = new ReportingCurrency(currency, zone, exchangeRates);
        HistoryCheck check = new HistoryCheck(reporting, setAside, workers);
        Records checked = check.check(records);
        SetAside left = check.setAside();
        if (check.isFatal() || (!lenient && !left.allProblems().isEmpty())) {
            throw new InvalidHistoryException(left.allProblems());
        }
        return new SalesHistory(
                new HistoryTerms(reporting, calendar, lenient), new Contents(checked, check.journeys(checked), left));
    }
}
