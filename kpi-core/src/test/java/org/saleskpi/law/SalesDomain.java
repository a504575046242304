package org.saleskpi.law;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.InstantRange;

/**
 * Makes valid histories that crowd the edges. A history takes all its moments from a handful of instants next to each
 * other and from their neighbours a nanosecond away, and its periods start and end at the same ones.
 *
 * <p>A customer and a fact are each drawn from a number of their own, so that a failure shrinks to the few that matter.
 */
public final class SalesDomain extends DomainContextBase {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Paris"),
            ZoneId.of("Europe/Paris"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("UTC"));

    /** Bounds of months, quarters, years and weeks, a leap day, and the days on which one of the zones turns its clocks. */
    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2009, 11, 1),
            LocalDate.of(2011, 12, 29),
            LocalDate.of(2011, 12, 30),
            LocalDate.of(2011, 12, 31),
            LocalDate.of(2012, 1, 1),
            LocalDate.of(2018, 2, 17),
            LocalDate.of(2018, 2, 18),
            LocalDate.of(2018, 11, 1),
            LocalDate.of(2018, 11, 4),
            LocalDate.of(2018, 11, 5),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 3, 1),
            LocalDate.of(2025, 12, 29),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 2, 1),
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3, 29),
            LocalDate.of(2026, 3, 30),
            LocalDate.of(2026, 4, 1),
            LocalDate.of(2026, 10, 25),
            LocalDate.of(2026, 10, 26));

    private static final List<CurrencyUnit> CURRENCIES =
            List.of(CurrencyUnit.EUR, CurrencyUnit.EUR, CurrencyUnit.USD, CurrencyUnit.JPY, CurrencyUnit.of("BHD"));

    /** The last two are in the order of code points, which is not that of UTF-16 units. */
    private static final List<String> TEXTS = List.of("alice", "Bob", "\uFF5E", "\uD83D\uDE00");

    /** One fact in so many is a customer's subscription of many terms. */
    private static final int MANY_TERMS_IN = 60;

    /** What histories, periods and moments are drawn from. */
    @Provide
    Arbitrary<Situation> situations() {
        Arbitrary<Long> seeds = Arbitraries.randomValue(Random::nextLong);
        return Combinators.combine(
                        seeds,
                        seeds.list().ofMaxSize(6).withoutEdgeCases(),
                        seeds.list().ofMaxSize(24).withoutEdgeCases())
                .as((seed, customers, facts) -> new Maker(new Random(seed)).situation(seed, customers, facts))
                .withoutEdgeCases();
    }

    /** From one turning point of a zone to a near one, or from and to their neighbours. */
    @Provide
    Arbitrary<LocalPeriod> localPeriods() {
        return Arbitraries.<LocalPeriod>randomValue(random -> {
                    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
                    List<Instant> points = turningPoints(zone);
                    int first = random.nextInt(points.size() - 1);
                    int last = Math.min(first + 1 + random.nextInt(3), points.size() - 1);
                    return new LocalPeriod(
                            zone,
                            InstantRange.of(
                                    points.get(first).plusNanos(random.nextInt(3) - 1L),
                                    points.get(last).plusNanos(random.nextInt(3) - 1L)));
                })
                .withoutEdgeCases();
    }

    /** The instants at which something about a zone's calendar changes. */
    static List<Instant> turningPoints(ZoneId zone) {
        TreeSet<Instant> instants = new TreeSet<>();
        for (LocalDate date : DATES) {
            Instant start = date.atStartOfDay(zone).toInstant();
            instants.add(start);
            ZoneOffsetTransition transition = zone.getRules().nextTransition(start);
            if (transition != null && transition.getInstant().isBefore(start.plus(Duration.ofDays(40)))) {
                instants.add(transition.getInstant());
            }
        }
        return List.copyOf(instants);
    }

    /** Draws the records of one history from the numbers that stand for them. */
    private static final class Maker {

        private final Random world;
        private final ZoneId zone;
        private final CurrencyUnit currency;
        private final List<Instant> focus = new ArrayList<>();

        Maker(Random world) {
            this.world = world;
            this.zone = pick(ZONES, world);
            this.currency = pick(CURRENCIES, world);
            List<Instant> points = turningPoints(zone);
            int first = world.nextInt(points.size());
            int count = 2 + world.nextInt(5);
            for (int i = first; i < Math.min(first + count, points.size()); i++) {
                focus.add(points.get(i));
            }
        }

        Situation situation(long seed, List<Long> customerSeeds, List<Long> factSeeds) {
            ExchangeRates rates = rates();
            List<String> customerIds = new ArrayList<>();
            for (int i = 0; i < customerSeeds.size(); i++) {
                customerIds.add(pick(TEXTS, new Random(customerSeeds.get(i))) + i);
            }
            List<SalesRecord> records = new ArrayList<>();
            for (int i = 0; i < factSeeds.size(); i++) {
                Random random = new Random(factSeeds.get(i));
                if (!customerIds.isEmpty() && random.nextInt(MANY_TERMS_IN) == 0) {
                    records.addAll(manyTerms(i, pick(customerIds, random), random));
                } else {
                    records.add(fact(i, customerIds, random));
                }
            }
            List<SalesRecord> facts = List.copyOf(records);
            for (int i = 0; i < customerIds.size(); i++) {
                records.add(customer(customerIds.get(i), facts, new Random(customerSeeds.get(i))));
            }
            RawHistory raw = new RawHistory(
                            zone, currency, rates, List.of(), List.of(), List.of(), List.of(), List.of(), List.of())
                    .with(records);
            return new Situation(
                    raw,
                    period(),
                    moment(world),
                    moment(world),
                    pick(List.of(Grouping.values()), world),
                    pick(List.of(Grouping.values()), world),
                    pick(List.of(CalendarUnit.values()), world),
                    seed);
        }

        private InstantRange period() {
            Instant moment = moment(world);
            LocalDate day = moment.atZone(zone).toLocalDate();
            return switch (world.nextInt(8)) {
                case 0 -> InstantRange.of(moment, moment.plusNanos(1));
                case 1 -> InstantRange.of(moment.minus(Duration.ofDays(18_262)), moment.plus(Duration.ofDays(18_262)));
                case 2, 3 -> {
                    LocalDate start = day.withDayOfMonth(1);
                    yield InstantRange.of(startOf(start), startOf(start.plusMonths(1)));
                }
                default -> {
                    Instant other = moment(world);
                    yield moment.equals(other)
                            ? InstantRange.of(moment, moment.plus(Duration.ofDays(45)))
                            : InstantRange.of(
                                    moment.isBefore(other) ? moment : other, moment.isBefore(other) ? other : moment);
                }
            };
        }

        private Instant startOf(LocalDate date) {
            return date.atStartOfDay(zone).toInstant();
        }

        /** One of the instants in focus or its neighbour; now and then one that is anywhere near. */
        private Instant moment(Random random) {
            Instant instant = pick(focus, random);
            return switch (random.nextInt(8)) {
                case 0 -> instant.minusNanos(1);
                case 1 -> instant.plusNanos(1);
                case 2 -> instant.plus(Duration.ofMinutes(random.nextInt(800_000) - 400_000L));
                case 3 -> instant.plus(Duration.ofMinutes(random.nextInt(6000) - 3000L));
                default -> instant;
            };
        }

        private Instant momentNotBefore(Instant earliest, Random random) {
            Instant moment = moment(random);
            return moment.isBefore(earliest) ? earliest : moment;
        }

        private ExchangeRates rates() {
            ExchangeRates.Builder rates = ExchangeRates.builder();
            for (CurrencyUnit from : new HashSet<>(CURRENCIES)) {
                if (!from.equals(currency)) {
                    Set<LocalDate> days = new HashSet<>(Set.of(LocalDate.of(1900, 1, 1)));
                    focus.forEach(instant -> {
                        if (world.nextBoolean()) {
                            days.add(instant.atZone(zone).toLocalDate());
                        }
                    });
                    // Halves and quarters, so that conversion often lies in the middle between two minor units.
                    days.forEach(day -> rates.rate(
                            day,
                            from,
                            currency,
                            new BigDecimal(1 + world.nextInt(12))
                                    .movePointLeft(1)
                                    .multiply(new BigDecimal("1.25"))));
                }
            }
            return rates.build();
        }

        private @Nullable String textOrNone(Random random) {
            return random.nextInt(3) == 0 ? null : pick(TEXTS, random);
        }

        private Customer customer(String id, List<SalesRecord> facts, Random random) {
            Instant since = moment(random);
            Instant entry = since;
            for (SalesRecord fact : facts) {
                Instant moment = SchoolbookOracle.momentOf(fact);
                if (id.equals(RawHistory.customerIdOf(fact)) && moment.isBefore(entry)) {
                    entry = moment;
                }
            }
            return Customer.builder(id, since)
                    .disqualifiedAt(random.nextInt(3) == 0 ? momentNotBefore(entry, random) : null)
                    .owner(textOrNone(random))
                    .attribute("region", textOrNone(random))
                    .build();
        }

        private SalesRecord fact(int number, List<String> customerIds, Random random) {
            int customer = random.nextInt(customerIds.size() + 1);
            String customerId = customer == customerIds.size() ? null : customerIds.get(customer);
            String id = pick(TEXTS, random) + number;
            String owner = textOrNone(random);
            String region = textOrNone(random);
            String product = random.nextInt(4) == 0 ? pick(TEXTS, random) : null;
            int kind = random.nextInt(13);
            if (kind < 4 && customerId != null) {
                return contract(id, random)
                        .customer(customerId)
                        .owner(owner)
                        .attribute("region", region)
                        .attribute("product", product)
                        .build();
            }
            if (kind < 7) {
                return Call.builder(id, moment(random))
                        .outcome(pickOrNone(Call.Outcome.values(), random))
                        .purpose(random.nextInt(5) == 0 ? Call.Purpose.OTHER : Call.Purpose.PROSPECTING)
                        .customer(customerId)
                        .owner(owner)
                        .attribute("region", region)
                        .attribute("product", product)
                        .build();
            }
            if (kind < 9) {
                return Meeting.builder(id, moment(random), pick(List.of(Meeting.Outcome.values()), random))
                        .purpose(random.nextInt(5) == 0 ? Meeting.Purpose.OTHER : Meeting.Purpose.SALES)
                        .bookedAt(random.nextInt(3) == 0 ? null : moment(random))
                        .customer(customerId)
                        .owner(owner)
                        .attribute("region", region)
                        .attribute("product", product)
                        .build();
            }
            if (kind < 12) {
                return proposal(id, random)
                        .customer(customerId)
                        .owner(owner)
                        .attribute("region", region)
                        .attribute("product", product)
                        .build();
            }
            Survey.Scale scale = pick(List.of(Survey.Scale.values()), random);
            int score = scale.lowest() + random.nextInt(scale.highest() - scale.lowest() + 1);
            return Survey.builder(id, moment(random), scale, score)
                    .customer(customerId)
                    .owner(owner)
                    .attribute("region", region)
                    .attribute("product", product)
                    .build();
        }

        private Contract.Builder contract(String id, Random random) {
            Instant signedAt = moment(random);
            Contract.Builder contract = Contract.builder(id, signedAt, amount(random));
            Instant start = random.nextInt(3) == 0 ? moment(random) : signedAt;
            if (!start.equals(signedAt) || random.nextBoolean()) {
                contract.startsAt(start);
            }
            if (random.nextInt(3) == 0) {
                contract.billing(Contract.Billing.MONTHLY);
            }
            return contract.endsAt(
                    switch (random.nextInt(6)) {
                        case 0 -> null;
                        case 1 -> start;
                        case 2 -> start.plusNanos(1);
                        default -> momentNotBefore(start, random);
                    });
        }

        /** A subscription with a gap after each term, a nanosecond or a month, and here and there one that is taken up at once. */
        private List<Contract> manyTerms(int number, String customerId, Random random) {
            Instant signedAt = moment(random);
            Duration gap = pick(List.of(Duration.ofNanos(1), Duration.ofMinutes(1), Duration.ofDays(30)), random);
            Instant start = moment(random).minus(gap.multipliedBy(random.nextInt(80)));
            String owner = textOrNone(random);
            List<Contract> terms = new ArrayList<>();
            int count = 3 + random.nextInt(40);
            for (int i = 0; i < count; i++) {
                Instant end = start.plus(gap.multipliedBy(1 + random.nextInt(2)));
                terms.add(Contract.builder(number + "." + i, signedAt, amount(random))
                        .customer(customerId)
                        .startsAt(start)
                        .endsAt(i == count - 1 && random.nextBoolean() ? null : end)
                        .owner(owner)
                        .build());
                start = random.nextInt(10) == 0 ? end : end.plus(gap);
            }
            return terms;
        }

        private Proposal.Builder proposal(String id, Random random) {
            Instant sentAt = moment(random);
            Proposal.Builder proposal = Proposal.builder(id, sentAt);
            Proposal.Status status = pick(List.of(Proposal.Status.values()), random);
            if (status != Proposal.Status.PENDING) {
                proposal.decided(status, momentNotBefore(sentAt, random));
            }
            return proposal.amount(random.nextInt(4) == 0 ? null : amount(random));
        }

        private Money amount(Random random) {
            return Money.ofMinor(
                    random.nextInt(3) > 0 ? currency : pick(CURRENCIES, random),
                    pick(List.of(0L, 1L, 2L, 10L, 50L, 12_345L, 999_999L), random));
        }

        private static <T> T pick(List<T> values, Random random) {
            return values.get(random.nextInt(values.size()));
        }

        private static <T> @Nullable T pickOrNone(T[] values, Random random) {
            int chosen = random.nextInt(values.length + 1);
            return chosen == values.length ? null : values[chosen];
        }
    }
}
