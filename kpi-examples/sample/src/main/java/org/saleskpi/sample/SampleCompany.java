package org.saleskpi.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Survey;

/**
 * Eighteen months of an invented company that sells subscriptions in France and Switzerland: October 2024 to March 2026.
 *
 * <p>Five reps call prospects, meet them, send proposals and sign contracts of half a year, a year or no end; business is
 * slow in August and December and brisk in September and March. Customers renew, lapse, and sometimes come back; what
 * happened late is still open. It is the same company on every machine and in every run.
 *
 * <pre>{@code
 * import org.saleskpi.sample.SampleCompany;
 *
 * SalesHistory history = new SampleCompany().history();
 * KpiReport quarter = KpiCalculator.of(history).during(DateRange.quarter(2026, 1)).report();
 * assert quarter.get(SalesIndicators.CALLS).value() == 217;
 * assert quarter.get(SalesIndicators.REVENUE).toString().equals("EUR 95728.03");
 * }</pre>
 *
 * <p>Records are owned by {@code alice}, {@code bruno}, {@code chloé}, {@code david} and {@code emma}, or by nobody yet.
 * Customers have the attributes {@code region} and {@code source}. Contracts of Switzerland are in Swiss francs, with a rate for
 * each month. A later version of the library may make other records.
 *
 * @since 0.1.0
 */
public final class SampleCompany {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final CurrencyUnit CURRENCY = CurrencyUnit.EUR;

    private static final long SEED = 20_261_101;

    private static final YearMonth FIRST_MONTH = YearMonth.of(2024, 10);
    private static final YearMonth LAST_MONTH = YearMonth.of(2026, 3);
    /** What would happen after the last day is not known yet: it is left out. */
    private static final Instant KNOWN_UNTIL = at(LAST_MONTH.plusMonths(1).atDay(1), LocalTime.MIDNIGHT);

    private static final CurrencyUnit CHF = CurrencyUnit.of("CHF");
    private static final List<String> REPS = List.of("alice", "bruno", "chloé", "david", "emma");
    private static final List<String> REGIONS = List.of("Île-de-France", "Ouest", "Sud", "Suisse romande");
    private static final List<String> SOURCES = List.of("référence", "salon", "site web", "téléphone");
    /** How brisk business is, January to December. */
    private static final double[] SEASON = {0.9, 1.0, 1.3, 1.0, 0.9, 1.0, 0.8, 0.45, 1.35, 1.2, 1.1, 0.7};

    private final Random random;
    private final List<Customer> customers = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Meeting> meetings = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Contract> contracts = new ArrayList<>();
    private final List<Survey> surveys = new ArrayList<>();
    private final Map<LocalDate, BigDecimal> francRates = new TreeMap<>();
    private int customerCount;

    /** Creates the company whose records are the project's sample. */
    public SampleCompany() {
        this(SEED);
    }

    SampleCompany(long seed) {
        random = new Random(seed);
        makeRates();
        for (int i = 0; i < 36; i++) {
            makeOldCustomer();
        }
        for (YearMonth month = FIRST_MONTH; !month.isAfter(LAST_MONTH); month = month.plusMonths(1)) {
            int prospects = (int) Math.round(20 * SEASON[month.getMonthValue() - 1]);
            for (int i = 0; i < prospects; i++) {
                makeProspect(workingDay(month.atDay(1 + random.nextInt(month.lengthOfMonth()))));
            }
            makeColdCalls(month);
        }
    }

    List<Customer> customers() {
        return customers;
    }

    List<Call> calls() {
        return calls;
    }

    List<Meeting> meetings() {
        return meetings;
    }

    List<Proposal> proposals() {
        return proposals;
    }

    List<Contract> contracts() {
        return contracts;
    }

    List<Survey> surveys() {
        return surveys;
    }

    /** How many euros a Swiss franc is worth, from the first of each month on. */
    Map<LocalDate, BigDecimal> francRates() {
        return francRates;
    }

    /**
     * Returns the company's records.
     *
     * @return all of them, in Europe/Paris and euros
     */
    public SalesHistory history() {
        ExchangeRates.Builder rates = ExchangeRates.builder();
        francRates.forEach((day, rate) -> rates.rate(day, CHF, CURRENCY, rate));
        return SalesHistory.builder(ZONE, CURRENCY)
                .customers(customers)
                .calls(calls)
                .meetings(meetings)
                .proposals(proposals)
                .contracts(contracts)
                .surveys(surveys)
                .exchangeRates(rates.build())
                .build();
    }

    private void makeRates() {
        BigDecimal rate = new BigDecimal("1.0520");
        for (YearMonth month = YearMonth.of(2024, 1); !month.isAfter(LAST_MONTH); month = month.plusMonths(1)) {
            francRates.put(month.atDay(1), rate);
            rate = rate.add(BigDecimal.valueOf(random.nextInt(161) - 80L, 4));
        }
    }

    /** Who a prospect is, before it is known what becomes of it. */
    private record Prospect(String id, @Nullable String rep, String region, String source, LocalDate entered) {}

    private Prospect newProspect(LocalDate entered) {
        // Now and then nobody has taken charge of a prospect yet.
        String rep = random.nextDouble() < 0.04 ? null : pick(REPS);
        return new Prospect(id("c", customerCount++), rep, pick(REGIONS), pick(SOURCES), entered);
    }

    /** A customer that signed before the records begin: all that is known of those times is its contract. */
    private void makeOldCustomer() {
        LocalDate signed = workingDay(LocalDate.of(2024, 1, 8).plusDays(random.nextInt(260)));
        Prospect prospect = newProspect(signed.minusDays(20 + random.nextInt(70)));
        addCustomer(prospect, null);
        sign(prospect, signed, null);
    }

    private void makeProspect(LocalDate entered) {
        Prospect prospect = newProspect(entered);
        LocalDate lastTrace = followUp(prospect);
        // A prospect that comes to nothing is given up some weeks later, or forgotten and left open.
        Instant givenUp = lastTrace == null || random.nextDouble() >= 0.6
                ? null
                : known(lastTrace.plusDays(20 + random.nextInt(50)), officeHour());
        addCustomer(prospect, givenUp);
    }

    /** Returns the last day that anything happened on, if it came to nothing; null if the prospect signed. */
    private @Nullable LocalDate followUp(Prospect prospect) {
        LocalDate day = prospect.entered();
        boolean interested = random.nextDouble() < 0.6;
        boolean reached = false;
        for (int attempt = 0; attempt < 6 && !reached; attempt++) {
            day = workingDay(day.plusDays(random.nextInt(6)));
            reached = interested && random.nextDouble() < 0.4;
            Call.Outcome outcome = reached
                    ? pick(List.of(Call.Outcome.DISCUSSION, Call.Outcome.MEETING_BOOKED, Call.Outcome.MEETING_BOOKED))
                    : pick(List.of(
                            Call.Outcome.NO_ANSWER,
                            Call.Outcome.NO_ANSWER,
                            Call.Outcome.NO_ANSWER,
                            Call.Outcome.CALL_BACK,
                            Call.Outcome.REFUSED));
            addCall(prospect, day, outcome);
            if (outcome == Call.Outcome.REFUSED) {
                return day;
            }
        }
        if (!reached) {
            return day;
        }
        day = workingDay(day.plusDays(3 + random.nextInt(12)));
        Meeting.Outcome met = pick(List.of(
                Meeting.Outcome.CANCELLED,
                Meeting.Outcome.NO_SHOW,
                Meeting.Outcome.HELD,
                Meeting.Outcome.NO_FOLLOW_UP,
                Meeting.Outcome.NEXT_STEP,
                Meeting.Outcome.NEXT_STEP,
                Meeting.Outcome.NEXT_STEP,
                Meeting.Outcome.SALE));
        addMeeting(prospect, day, met);
        if (met != Meeting.Outcome.NEXT_STEP && met != Meeting.Outcome.SALE && met != Meeting.Outcome.HELD) {
            return day;
        }
        return propose(prospect, workingDay(day.plusDays(1 + random.nextInt(9))));
    }

    private @Nullable LocalDate propose(Prospect prospect, LocalDate sent) {
        Instant sentAt = known(sent, officeHour());
        if (sentAt == null) {
            return sent;
        }
        LocalDate decided = workingDay(sent.plusDays(2 + random.nextInt(45)));
        Proposal.Status status = pick(List.of(
                Proposal.Status.ACCEPTED, Proposal.Status.ACCEPTED, Proposal.Status.REFUSED, Proposal.Status.EXPIRED));
        boolean forgotten = status == Proposal.Status.EXPIRED && random.nextDouble() < 0.3;
        Instant decidedAt = forgotten ? null : known(decided, officeHour());
        Money amount = price(prospect);
        String proposalId = id("p", proposals.size());
        proposals.add(Proposal.builder(proposalId, sentAt)
                .customer(prospect.id())
                .owner(prospect.rep())
                .decided(decidedAt == null ? Proposal.Status.PENDING : status, decidedAt)
                .amount(amount)
                .build());
        if (decidedAt == null || status != Proposal.Status.ACCEPTED) {
            return decided;
        }
        sign(prospect, workingDay(decided.plusDays(random.nextInt(4))), proposalId);
        return null;
    }

    /** A contract, what the customer says of it, and the contracts that follow it. */
    private void sign(Prospect prospect, LocalDate signed, @Nullable String proposalId) {
        Instant signedAt = known(signed, officeHour());
        if (signedAt == null) {
            return;
        }
        int months = pick(List.of(6, 12, 12, 12, 0));
        LocalDate starts = signed.plusDays(1 + random.nextInt(10));
        LocalDate ends = starts.plusMonths(months);
        contracts.add(Contract.builder(id("s", contracts.size()), signedAt, price(prospect))
                .customer(prospect.id())
                .owner(random.nextDouble() < 0.08 ? pick(REPS) : prospect.rep())
                .proposal(proposalId)
                .startsAt(at(starts, LocalTime.MIDNIGHT))
                .endsAt(months == 0 ? null : at(ends, LocalTime.MIDNIGHT))
                .build());
        answer(prospect, signed.plusDays(14 + random.nextInt(60)));
        if (months > 0) {
            double fate = random.nextDouble();
            if (fate < 0.72) {
                // Renewed without a gap: the new term is made to start where the old one ends.
                renew(prospect, ends, months);
            } else if (fate < 0.80) {
                sign(prospect, workingDay(ends.plusDays(30 + random.nextInt(90))), null);
            }
        }
    }

    private void renew(Prospect prospect, LocalDate starts, int months) {
        Instant signedAt = known(workingDay(starts.minusDays(5 + random.nextInt(20))), officeHour());
        if (signedAt == null) {
            return;
        }
        contracts.add(Contract.builder(id("s", contracts.size()), signedAt, price(prospect))
                .customer(prospect.id())
                .owner(prospect.rep())
                .startsAt(at(starts, LocalTime.MIDNIGHT))
                .endsAt(at(starts.plusMonths(months), LocalTime.MIDNIGHT))
                .build());
        answer(prospect, starts.plusDays(random.nextInt(60)));
        if (random.nextDouble() < 0.75) {
            renew(prospect, starts.plusMonths(months), months);
        }
    }

    private void answer(Prospect prospect, LocalDate day) {
        Instant moment = known(workingDay(day), officeHour());
        if (moment != null && random.nextDouble() < 0.55) {
            boolean recommendation = random.nextInt(3) == 0;
            Survey.Scale scale = recommendation ? Survey.Scale.NPS : Survey.Scale.CSAT_5;
            int shortfall = (int) (random.nextDouble() * random.nextDouble() * (recommendation ? 9 : 5));
            surveys.add(Survey.builder(id("v", surveys.size()), moment, scale, scale.highest() - shortfall)
                    .customer(prospect.id())
                    .build());
        }
    }

    /** Calls to numbers from a list, and calls that have nothing to do with selling: no customer, no follow-up. */
    private void makeColdCalls(YearMonth month) {
        for (int i = 0; i < 25; i++) {
            LocalDate day = workingDay(month.atDay(1 + random.nextInt(month.lengthOfMonth())));
            Instant moment = known(day, officeHour());
            if (moment != null) {
                boolean prospecting = random.nextDouble() < 0.8;
                calls.add(Call.builder(id("k", calls.size()), moment)
                        .owner(pick(REPS))
                        .outcome(prospecting ? pick(List.of(Call.Outcome.NO_ANSWER, Call.Outcome.REFUSED)) : null)
                        .purpose(prospecting ? Call.Purpose.PROSPECTING : Call.Purpose.OTHER)
                        .build());
            }
        }
    }

    private void addCustomer(Prospect prospect, @Nullable Instant disqualifiedAt) {
        customers.add(Customer.builder(prospect.id(), at(prospect.entered(), officeHour()))
                .disqualifiedAt(disqualifiedAt)
                .owner(prospect.rep())
                .attribute("region", prospect.region())
                .attribute("source", prospect.source())
                .build());
    }

    private void addCall(Prospect prospect, LocalDate day, Call.Outcome outcome) {
        Instant moment = known(day, officeHour());
        if (moment != null) {
            boolean recorded = random.nextDouble() < 0.93;
            boolean colleague = random.nextDouble() < 0.1;
            calls.add(Call.builder(id("k", calls.size()), moment)
                    .customer(prospect.id())
                    .owner(colleague ? pick(REPS) : prospect.rep())
                    .outcome(recorded ? outcome : null)
                    .build());
        }
    }

    /** A meeting that is still to come is planned. */
    private void addMeeting(Prospect prospect, LocalDate day, Meeting.Outcome outcome) {
        Instant moment = at(day, officeHour());
        meetings.add(Meeting.builder(
                        id("m", meetings.size()),
                        moment,
                        moment.isBefore(KNOWN_UNTIL) ? outcome : Meeting.Outcome.PLANNED)
                .customer(prospect.id())
                .owner(prospect.rep())
                .build());
    }

    private Money price(Prospect prospect) {
        BigDecimal list = BigDecimal.valueOf(1200L + 150L * random.nextInt(60));
        // Here and there a discount of a few per cent, so that not every price is round.
        BigDecimal discount = BigDecimal.valueOf(random.nextInt(4) == 0 ? 100L - random.nextInt(8) : 100L, 2);
        CurrencyUnit currency = prospect.region().equals("Suisse romande") ? CHF : CURRENCY;
        return Money.of(currency, list.multiply(discount), RoundingMode.HALF_EVEN);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private LocalTime officeHour() {
        return LocalTime.of(8 + random.nextInt(10), 5 * random.nextInt(12));
    }

    /** The moment, unless it is later than what is known. */
    private static @Nullable Instant known(LocalDate day, LocalTime time) {
        Instant moment = at(day, time);
        return moment.isBefore(KNOWN_UNTIL) ? moment : null;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    private static LocalDate workingDay(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    private static String id(String prefix, int number) {
        return String.format(Locale.ROOT, "%s-%04d", prefix, number + 1);
    }
}
