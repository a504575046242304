package org.saleskpi.sales;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.time.SalesCalendar;

/**
 * What a sales organisation has recorded: customers and their calls, meetings, proposals, contracts and survey answers,
 * checked against each other, with one business time zone, one calendar and one reporting currency.
 *
 * <pre>{@code
 * SalesHistory history = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
 *         .customers(List.of(Customer.builder("c-1", Instant.parse("2026-01-12T09:00:00Z")).build()))
 *         .calls(List.of(Call.builder("k-1", Instant.parse("2026-01-05T10:00:00Z")).customer("c-1").build()))
 *         .build();
 * // A customer enters with its first trace, here a call a week before its record.
 * assert history.journeys().get(0).entry().equals(Instant.parse("2026-01-05T10:00:00Z"));
 * }</pre>
 *
 * <p>Immutable and thread-safe. The order in which records are handed over does not matter.
 *
 * @since 0.1.0
 */
public final class SalesHistory {

    private final HistoryTerms terms;
    private final @Nullable Instant asOf;
    private final Supplier<Contents> contents;

    /** What this was changed from, and how; null if it stands for itself. */
    private final @Nullable LayeredContents layered;

    /** A history that stands for itself. */
    SalesHistory(HistoryTerms terms, Contents contents) {
        this(terms, null, Suppliers.ofInstance(contents), null);
    }

    /** A history that was changed, whose contents are put together when they are asked for. */
    SalesHistory(HistoryTerms terms, LayeredContents layered) {
        this(terms, null, Suppliers.memoize(layered::merged), layered);
    }

    private SalesHistory(
            HistoryTerms terms,
            @Nullable Instant asOf,
            Supplier<Contents> contents,
            @Nullable LayeredContents layered) {
        this.terms = terms;
        this.asOf = asOf;
        this.contents = contents;
        this.layered = layered;
    }

    /**
     * Begins a history.
     *
     * @param zone the business time zone: whose days, months and years reports follow
     * @param currency the reporting currency: the one that all amounts are converted to
     * @return a builder
     */
    public static SalesHistoryBuilder builder(ZoneId zone, CurrencyUnit currency) {
        return new SalesHistoryBuilder(zone, currency);
    }

    /**
     * Returns this history as it was known just before a moment: what was recorded for later is absent, what was decided
     * later is still undecided, and customers that entered later are unknown. A sales meeting that was booked before the moment
     * and takes place later is known as a {@linkplain #bookings booking}, and is in nothing else.
     *
     * <p>Undone is what carries a date: entries, signatures, decisions, disqualifications, bookings. Outcomes of calls and meetings,
     * owners, attributes, amounts and terms are as recorded now.
     *
     * @param moment the moment
     * @return the view; of a view, the earlier of the two
     */
    public SalesHistory asOf(Instant moment) {
        requireNonNull(moment, "moment");
        if (asOf != null && !moment.isBefore(asOf)) {
            return this;
        }
        return layered == null
                ? new SalesHistory(
                        terms, moment, Suppliers.ofInstance(contents().asOf(moment)), null)
                : new SalesHistory(
                        terms, moment, Suppliers.memoize(() -> contents().asOf(moment)), null);
    }

    /**
     * Returns this history with records that are new, changed or gone. It is what a new build of all records would give, in a
     * time that depends on the customers that are touched, not on how many there are: the two histories share the rest, and so
     * do their {@link org.saleskpi.KpiCalculator#with calculators}.
     *
     * <pre>{@code
     * Survey answer = Survey.builder("v-9", Instant.parse("2026-04-09T14:00:00Z"), Survey.Scale.NPS, 9).build();
     * SalesHistory next = history.with(HistoryChanges.of(answer));
     * }</pre>
     *
     * <p>The first change of a history takes a pass over its records, to find them by their ids and customers, and so does the
     * change by which a quarter of the customers have been touched: then all is put together anew. {@link #revise} makes what the
     * first needs in advance.
     *
     * @param changes the changes, which are made together or not at all
     * @return the history with these changes; this one if nothing is different
     * @throws InvalidHistoryException if the history was built strictly and the records do not fit together afterwards, or if
     *     amounts cannot be summed; it holds all problems
     * @throws IllegalStateException if this history is a view
     */
    public SalesHistory with(HistoryChanges changes) {
        return revise().apply(changes).build();
    }

    /**
     * Begins a revision, which takes changes one after another.
     *
     * @return a revision without changes yet
     * @throws IllegalStateException if this history is a view
     */
    public HistoryRevision revise() {
        checkState(asOf == null, "A view as of %s has no changes of its own: change the history that it views", asOf);
        return new HistoryRevision(this, terms, LayeredContents.of(this));
    }

    /**
     * Returns the same history on its own: it holds nothing of the one that it was changed from, and answers a little faster. It
     * costs a pass over all records, and its calculator starts anew.
     *
     * @return an equal history that stands for itself; itself if it does
     */
    public SalesHistory detached() {
        return layered == null ? this : new SalesHistory(terms, contents());
    }

    /**
     * For engines: returns what this history is made of.
     *
     * @return the layers in order; this history alone unless it was {@link #with changed}
     */
    public List<HistoryLayer> layers() {
        return layered == null ? ImmutableList.of(new HistoryLayer(this, true)) : layered.layers();
    }

    /**
     * Returns the same history in fewer layers, if it has many; on its own, if a quarter of its customers have changed.
     *
     * @return an equal history; itself if there is nothing to do
     */
    public SalesHistory compacted() {
        if (layered == null) {
            return this;
        }
        if (layered.isDue()) {
            return detached();
        }
        return inLayers(layered.compacted());
    }

    private SalesHistory inLayers(LayeredContents fewer) {
        boolean isSame =
                fewer.deltas().size() == requireNonNull(layered).deltas().size();
        return isSame ? this : new SalesHistory(terms, fewer);
    }

    /**
     * For engines: returns the same history in fewer layers, on top of those of another one while these are put together elsewhere.
     *
     * @param below what this history was changed from
     * @return an equal history that can be {@linkplain #rebased rebased} from {@code below}; what {@link #compacted} gives if a quarter
     *     of the customers have changed since, or if the layers of this history do not begin with those of {@code below}
     */
    public SalesHistory compactedAbove(SalesHistory below) {
        LayeredContents from = LayeredContents.of(requireNonNull(below, "below"));
        LayeredContents fewer = layered == null ? null : layered.compactedAbove(from);
        return fewer == null ? compacted() : inLayers(fewer);
    }

    /**
     * For engines: returns the same history on top of another one, that is equal to one that this history was changed from.
     *
     * @param from what this history was changed from
     * @param to the other, such as {@code from.compacted()}
     * @return an equal history that holds nothing of {@code from}; empty if the layers of this history do not begin with those of
     *     {@code from}
     */
    public Optional<SalesHistory> rebased(SalesHistory from, SalesHistory to) {
        LayeredContents rebased = LayeredContents.of(this)
                .rebased(LayeredContents.of(requireNonNull(from, "from")), requireNonNull(to, "to"));
        if (rebased == null) {
            return Optional.empty();
        }
        return Optional.of(rebased.deltas().isEmpty() ? to : new SalesHistory(terms, rebased));
    }

    HistoryTerms terms() {
        return terms;
    }

    @Nullable
    LayeredContents layered() {
        return layered;
    }

    /** What a new build of the same records gives. */
    SalesHistory rebuilt() {
        SalesHistoryBuilder builder = builder(zone(), currency())
                .exchangeRates(exchangeRates())
                .calendar(calendar())
                .addAll(records())
                .addAll(contents().setAside().records())
                .setAside(contents().setAside().others());
        return (terms.isLenient() ? builder.lenient() : builder).build();
    }

    Contents contents() {
        return contents.get();
    }

    /** What finds the records of this history, which stands for itself. */
    HistoryLookup lookup() {
        return contents().lookup(terms.reporting());
    }

    /**
     * Returns the moment that this history is a view as of.
     *
     * @return the moment; empty for a history that is not a view
     */
    public Optional<Instant> viewedAsOf() {
        return Optional.ofNullable(asOf);
    }

    /**
     * Returns the business time zone.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return terms.reporting().zone();
    }

    /**
     * Returns the calendar: which dates the weeks, months, quarters and years of reports have.
     *
     * @return the calendar
     */
    public SalesCalendar calendar() {
        return terms.calendar();
    }

    /**
     * Returns the date that it is now in the business time zone, from which {@link SalesCalendar#last} and
     * {@link SalesCalendar#toDate} count.
     *
     * <pre>{@code
     * Clock clock = Clock.systemUTC();
     * DateRange yearToDate = history.calendar().toDate(CalendarUnit.YEAR, history.today(clock));
     * }</pre>
     *
     * @param clock what tells the instant that it is now; if it has a time zone of its own, that does not matter
     * @return the date of that instant in the {@link #zone() zone of this history}
     */
    public LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(requireNonNull(clock, "clock").instant(), zone());
    }

    /**
     * Returns the reporting currency.
     *
     * @return the currency
     */
    public CurrencyUnit currency() {
        return terms.reporting().currency();
    }

    /**
     * Returns the exchange rates that amounts are converted at.
     *
     * @return the rates that the history was built with
     */
    public ExchangeRates exchangeRates() {
        return terms.reporting().rates();
    }

    /**
     * Converts an amount to the reporting currency at the rate of a moment's local day, rounded half to even to the
     * currency's decimals.
     *
     * @param amount the amount, in any currency
     * @param moment the moment that the amount belongs to
     * @return the amount in the reporting currency
     * @throws IllegalArgumentException if there is no rate for that currency on or before that day
     * @throws ArithmeticException if the amount is too large in the reporting currency
     */
    public Money convert(Money amount, Instant moment) {
        requireNonNull(amount, "amount");
        requireNonNull(moment, "moment");
        return terms.reporting()
                .convert(amount, moment)
                .orElseThrow(() -> new IllegalArgumentException(
                        amount + " of " + moment + " " + terms.reporting().noRate(amount, moment)));
    }

    /**
     * Converts an amount that belongs to a fact to the reporting currency, at the rate of the day that all amounts of the
     * fact go by, rounded half to even to the currency's decimals.
     *
     * <p>That day is, in the business time zone, the one on which a contract was signed or a proposal was sent; for a
     * conversion, and for the journey of a customer that signed, the one on which its first contract was signed; for any
     * other fact that of its own {@link Fact#moment moment}. It does not depend on the moment that an indicator goes by.
     *
     * @param amount the amount, in any currency
     * @param fact the fact that the amount belongs to
     * @return the amount in the reporting currency
     * @throws IllegalArgumentException if there is no rate for that currency on or before that day
     * @throws ArithmeticException if the amount is too large in the reporting currency
     */
    public Money convert(Money amount, Fact fact) {
        return convert(amount, ReportingCurrency.momentOfRate(requireNonNull(fact, "fact")));
    }

    /**
     * Returns what a contract is worth in the reporting currency: what it adds to revenue.
     *
     * <p>That is its amount, {@link #convert(Money, Fact) converted} and rounded. If it is billed
     * {@linkplain Contract.Billing#MONTHLY monthly}, it is this times the months of its term, rounded half to even to the
     * currency's decimals; times one if the term has no end or is shorter than a month.
     *
     * <p>The months of a term are counted in the business time zone from the local date of its start to that of its end:
     * whole months, and of the month that it breaks off in the share of its days. From 1 February to 15 March are 1 + 14/31
     * months.
     *
     * <pre>{@code
     * ZoneId paris = ZoneId.of("Europe/Paris");
     * Contract contract = Contract.builder("s-1", Instant.parse("2026-01-20T09:00:00Z"), Money.parse("EUR 100.00"))
     *         .customer("c-1")
     *         .billing(Contract.Billing.MONTHLY)
     *         .startsAt(LocalDate.of(2026, 2, 1).atStartOfDay(paris).toInstant())
     *         .endsAt(LocalDate.of(2026, 3, 15).atStartOfDay(paris).toInstant())
     *         .build();
     * SalesHistory history = SalesHistory.builder(paris, CurrencyUnit.EUR).build();
     * assert history.valueOf(contract).equals(Money.parse("EUR 145.16"));
     * assert history.monthlyValueOf(contract).equals(Optional.of(Money.parse("EUR 100.00")));
     * }</pre>
     *
     * @param contract a contract, of this history or another one
     * @return the value, never less than the converted amount
     * @throws IllegalArgumentException if there is no rate for its currency on or before the day it was signed
     * @throws ArithmeticException if the value is too large in the reporting currency; that of a contract of this history
     *     is not
     */
    public Money valueOf(Contract contract) {
        requireNonNull(contract, "contract");
        return ContractValue.ofTerm(contract, convert(contract.amount(), contract), zone());
    }

    /**
     * Returns what a contract is worth a month in the reporting currency: its amount, {@link #convert(Money, Fact)
     * converted} and rounded, if it is billed {@linkplain Contract.Billing#MONTHLY monthly}; else this divided by the months
     * of its term, counted as for {@link #valueOf}, and rounded half to even to the currency's decimals. 1,200.00 for any
     * year are 100.00 a month.
     *
     * @param contract a contract, of this history or another one
     * @return the monthly value; empty if the amount pays for a term without an end or shorter than a month, which counts as
     *     nothing in a sum of monthly values
     * @throws IllegalArgumentException if there is no rate for its currency on or before the day it was signed
     * @throws ArithmeticException if the amount is too large in the reporting currency
     */
    public Optional<Money> monthlyValueOf(Contract contract) {
        requireNonNull(contract, "contract");
        return ContractValue.ofMonth(contract, convert(contract.amount(), contract), zone());
    }

    /**
     * Returns the customers.
     *
     * @return the customers in the order of {@link Customer#since}, unmodifiable
     */
    public List<Customer> customers() {
        return contents().records().customers();
    }

    /**
     * Returns the calls.
     *
     * @return the calls in time order, unmodifiable
     */
    public List<Call> calls() {
        return contents().records().calls();
    }

    /**
     * Returns the meetings.
     *
     * @return the meetings in time order, unmodifiable
     */
    public List<Meeting> meetings() {
        return contents().records().meetings();
    }

    /**
     * Returns the proposals.
     *
     * @return the proposals in the order they were sent, unmodifiable
     */
    public List<Proposal> proposals() {
        return contents().records().proposals();
    }

    /**
     * Returns the contracts.
     *
     * @return the contracts in the order they were signed, unmodifiable
     */
    public List<Contract> contracts() {
        return contents().records().contracts();
    }

    /**
     * Returns the survey answers.
     *
     * @return the answers in time order, unmodifiable
     */
    public List<Survey> surveys() {
        return contents().records().surveys();
    }

    /**
     * Returns all records, of all kinds.
     *
     * @return customers, calls, meetings, proposals, contracts and survey answers, each in the order of its own list,
     *     unmodifiable
     */
    public List<SalesRecord> records() {
        return contents().records().all();
    }

    /**
     * Returns from when to when the history has records: beyond, counts are zero because nobody has recorded anything.
     * Planned meetings are left out, because they lie ahead on purpose. A view knows all that was recorded before its moment:
     * that is where its span ends.
     *
     * @return the span of the {@linkplain SalesRecord#moment moments} of all records; empty without records, and of a view without any
     *     before its moment
     */
    public Optional<RecordedSpan> recorded() {
        return Arrays.stream(RecordType.values())
                .flatMap(type -> recorded(type).stream())
                .reduce(RecordedSpan::and)
                // A customer may have entered with a planned meeting, before its own record's moment.
                .filter(span -> asOf == null || span.first().isBefore(asOf))
                .map(span -> asOf == null ? span : new RecordedSpan(span.first(), asOf.minusNanos(1)));
    }

    /**
     * Returns from when to when the history has records of a kind. Planned meetings are left out.
     *
     * @param type the kind of record
     * @return the span of the {@linkplain SalesRecord#moment moments} of these records; empty without any, and for
     *     {@link RecordType#EXCHANGE_RATE}
     */
    public Optional<RecordedSpan> recorded(RecordType type) {
        return contents().records().recorded(requireNonNull(type, "type"));
    }

    /**
     * Returns what the history derives for each customer.
     *
     * @return the journeys in the order of the {@link #customers}, unmodifiable
     */
    public List<CustomerJourney> journeys() {
        return contents().journeys();
    }

    /**
     * Returns what the history derives for one customer.
     *
     * @param customerId the customer's id
     * @return its journey; empty when there is no such customer
     */
    public Optional<CustomerJourney> journeyOf(String customerId) {
        return Optional.ofNullable(contents().journeyOf(requireNonNull(customerId, "customerId")));
    }

    /**
     * Returns the journey of the customer that a fact belongs to, by which the fact is grouped where it has no key of its own.
     *
     * <p>The customer of a {@link #bookedAhead meeting booked ahead} may be one that a view does not know. Its journey is then
     * that of somebody of whom nothing has happened yet; it is not among the {@link #journeys}.
     *
     * @param fact the fact
     * @return the journey; empty when the fact has no customer, or one that is not in this history
     */
    public Optional<CustomerJourney> journeyOf(Fact fact) {
        return Optional.ofNullable(contents().journeyOf(requireNonNull(fact, "fact")));
    }

    /**
     * Returns the bookings of sales meetings, whatever became of these.
     *
     * @return one for each sales meeting of which it is recorded when it was booked, in the order of those moments, unmodifiable;
     *     of a view, also those {@link #bookedAhead}
     */
    public List<Booking> bookings() {
        return contents().bookings();
    }

    /**
     * Returns the bookings that a view knows while the meetings themselves lie ahead of it: they take place at its moment or
     * later.
     *
     * @return the bookings in the order of their meetings, unmodifiable; none for a history that is not a view
     */
    public List<Booking> bookedAhead() {
        return contents().ahead().meetings().stream().map(Booking::new).toList();
    }

    /**
     * Returns the names of the attributes that records have, such as {@code region}: what they can be grouped by beside
     * their owner. Of a view, bookings are looked at too. All records are looked at: keep the names rather than ask again.
     *
     * @return the names in the order of their code points, unmodifiable
     */
    public SortedSet<String> attributeNames() {
        return contents().attributeNames();
    }

    /**
     * Returns what was set aside when this history was built leniently, and why.
     *
     * @return the problems by kind of record and id, unmodifiable; none for a history that was built strictly
     */
    public List<Problem> problems() {
        return contents().problems();
    }

    /**
     * Returns how many records were set aside when this history was built leniently: what is in no answer. Those that followed
     * their customer are included, and a record counts once, whatever is wrong with it.
     *
     * @return the counts by kind, none of them zero, in the order of the kinds; empty for a history that was built strictly;
     *     unmodifiable
     */
    public Map<RecordType, Integer> setAside() {
        return Problem.recordsIn(problems());
    }

    /** Returns the size of each kind of record, the zone and the currency. */
    @Override
    public String toString() {
        return "SalesHistory in " + zone() + ", " + currency() + (asOf == null ? "" : ", as of " + asOf) + ": "
                + customers().size() + " customers, " + calls().size() + " calls, "
                + meetings().size() + " meetings, " + proposals().size() + " proposals, "
                + contracts().size() + " contracts, " + surveys().size() + " surveys"
                + (problems().isEmpty() ? "" : ", " + problems().size() + " problems");
    }
}
