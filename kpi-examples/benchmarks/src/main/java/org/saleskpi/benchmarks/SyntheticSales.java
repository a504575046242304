package org.saleskpi.benchmarks;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.sales.SharedTexts;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.DateRange;

/**
 * Five years of a made-up sales force of fifty, as plain records in memory: per customer about ten calls, one and a half
 * meetings, 0.8 proposals, 0.45 contracts and half a survey answer, 14.3 records in all. One seed, one result.
 *
 * <p>Records come as a CRM exports them: in the order of their creation, which is nearly that of their moments. Each has
 * texts of its own, as if it had just been parsed. Some facts have no owner of their own, some no customer, some customers
 * come back, and some contracts have no end.
 *
 * @param customers the customers, in the order of their creation
 * @param calls the calls
 * @param meetings the meetings
 * @param proposals the proposals
 * @param contracts the contracts
 * @param surveys the survey answers
 */
record SyntheticSales(
        List<Customer> customers,
        List<Call> calls,
        List<Meeting> meetings,
        List<Proposal> proposals,
        List<Contract> contracts,
        List<Survey> surveys) {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final CurrencyUnit CURRENCY = CurrencyUnit.EUR;
    static final DateRange YEARS = DateRange.of(LocalDate.of(2021, 1, 1), LocalDate.of(2026, 1, 1));

    private static final double RECORDS_PER_CUSTOMER = 14.3;
    private static final int REPS = 50;
    private static final long START = YEARS.atZone(ZONE).startInclusive().getEpochSecond();
    private static final long END = YEARS.atZone(ZONE).endExclusive().getEpochSecond();
    private static final long DAY = 86_400;

    /** The sales reps, in the order of breakdowns. */
    static List<String> reps() {
        return reps(REPS);
    }

    private static List<String> reps(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(rep -> String.format(Locale.ROOT, "rep-%02d", rep))
                .toList();
    }

    /**
     * Makes up about a number of records.
     *
     * @param records how many
     * @return the records
     */
    static SyntheticSales ofRecords(long records) {
        return ofCustomers(Math.toIntExact(Math.round(records / RECORDS_PER_CUSTOMER)));
    }

    /**
     * Makes up customers and what happened to them.
     *
     * @param count how many customers
     * @return the records
     */
    static SyntheticSales ofCustomers(int count) {
        return ofCustomersAndReps(count, REPS);
    }

    /**
     * Makes up customers and what happened to them, with as many reps as are wanted.
     *
     * @param count how many customers
     * @param reps how many reps
     * @return the records
     */
    static SyntheticSales ofCustomersAndReps(int count, int reps) {
        return new Generator(count, reps, text -> text).generate();
    }

    /**
     * Makes up customers and what happened to them, whose owners and customers' ids are one text each, as importers make them.
     *
     * @param count how many customers
     * @return the records, equal to those with texts of their own
     */
    static SyntheticSales sharingTexts(int count) {
        SharedTexts texts = new SharedTexts();
        return new Generator(count, REPS, texts::text).generate();
    }

    /** How many records there are. */
    int size() {
        return customers.size() + calls.size() + meetings.size() + proposals.size() + contracts.size() + surveys.size();
    }

    /** The history, checked and in order. */
    SalesHistory history() {
        return builder().build();
    }

    /** What the history is built of. */
    SalesHistoryBuilder builder() {
        return SalesHistory.builder(ZONE, CURRENCY)
                .customers(customers)
                .calls(calls)
                .meetings(meetings)
                .proposals(proposals)
                .contracts(contracts)
                .surveys(surveys);
    }

    /** Makes one data set, and is then of no more use. */
    private static final class Generator {

        private final SplittableRandom random = new SplittableRandom(20_260_101);
        private final List<String> reps;
        private final int count;
        private final UnaryOperator<String> texts;
        private final long[] since;

        Generator(int count, int reps, UnaryOperator<String> texts) {
            this.count = count;
            this.reps = reps(reps);
            this.texts = texts;
            this.since = random.longs(count, START - 30 * DAY, END).sorted().toArray();
        }

        SyntheticSales generate() {
            List<Customer> customers = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                customers.add(Customer.builder(customerId(i), at(since[i]))
                        .owner(random.nextInt(100) < 97 ? rep() : null)
                        .disqualifiedAt(random.nextInt(5) == 0 ? at(since[i] + seconds(400, 700)) : null)
                        .build());
            }
            return new SyntheticSales(
                    customers,
                    calls(count * 10),
                    meetings(count * 3 / 2),
                    proposals(count * 4 / 5),
                    contracts(),
                    surveys());
        }

        private List<Call> calls(int number) {
            Call.Outcome[] outcomes = Call.Outcome.values();
            List<Call> calls = new ArrayList<>(number);
            for (int i = 0; i < number; i++) {
                long at = moment(i, number);
                calls.add(Call.builder("call-" + i, at(at))
                        .customer(customerAt(at))
                        .owner(ownRep())
                        .outcome(random.nextInt(100) < 94 ? outcomes[random.nextInt(outcomes.length)] : null)
                        .purpose(random.nextInt(20) == 0 ? Call.Purpose.OTHER : Call.Purpose.PROSPECTING)
                        .build());
            }
            return calls;
        }

        private List<Meeting> meetings(int number) {
            Meeting.Outcome[] outcomes = Meeting.Outcome.values();
            List<Meeting> meetings = new ArrayList<>(number);
            for (int i = 0; i < number; i++) {
                long at = moment(i, number);
                meetings.add(Meeting.builder("meeting-" + i, at(at), outcomes[random.nextInt(outcomes.length)])
                        .customer(customerAt(at))
                        .owner(ownRep())
                        .purpose(random.nextInt(20) == 0 ? Meeting.Purpose.OTHER : Meeting.Purpose.SALES)
                        .bookedAt(at(at - 864_000))
                        .build());
            }
            return meetings;
        }

        private List<Proposal> proposals(int number) {
            Proposal.Status[] statuses = Proposal.Status.values();
            List<Proposal> proposals = new ArrayList<>(number);
            for (int i = 0; i < number; i++) {
                long at = moment(i, number);
                Proposal.Status status = statuses[random.nextInt(statuses.length)];
                proposals.add(Proposal.builder("proposal-" + i, at(at))
                        .customer(customerAt(at))
                        .owner(ownRep())
                        .amount(amount())
                        .decided(status, status == Proposal.Status.PENDING ? null : at(at + seconds(0, 90)))
                        .build());
            }
            return proposals;
        }

        private List<Contract> contracts() {
            List<Contract> contracts = new ArrayList<>(count / 2);
            for (int i = 0; i < count; i++) {
                long signed = since[i] + seconds(1, 300);
                for (int chance = 38; signed < END && random.nextInt(100) < chance; chance = 50) {
                    boolean openEnded = random.nextInt(25) == 0;
                    long ends = signed + seconds(60, 700);
                    contracts.add(Contract.builder("contract-" + contracts.size(), at(signed), amount())
                            .customer(customerId(i))
                            .owner(ownRep())
                            .endsAt(openEnded ? null : at(ends))
                            .build());
                    if (openEnded) {
                        break;
                    }
                    signed = random.nextBoolean() ? ends : ends + seconds(1, 200);
                }
            }
            contracts.sort(comparing(Contract::signedAt));
            return contracts;
        }

        private List<Survey> surveys() {
            Survey.Scale[] scales = Survey.Scale.values();
            int number = count / 2;
            List<Survey> surveys = new ArrayList<>(number);
            for (int i = 0; i < number; i++) {
                long at = moment(i, number);
                Survey.Scale scale = scales[random.nextInt(scales.length)];
                surveys.add(Survey.builder(
                                "survey-" + i, at(at), scale, random.nextInt(scale.lowest(), scale.highest() + 1))
                        .customer(customerAt(at))
                        .owner(ownRep())
                        .build());
            }
            return surveys;
        }

        /** The moment of one of many facts that are created evenly over the years, each a few days early or late. */
        private long moment(long i, int number) {
            return START + (END - START) * i / number + seconds(-3, 3);
        }

        /** One of the two thousand customers created last, or two fifths of all if that is more; null for some. */
        private @Nullable String customerAt(long second) {
            if (random.nextInt(100) < 3) {
                return null;
            }
            int found = Arrays.binarySearch(since, second);
            int known = Math.max(1, found < 0 ? -found - 1 : found);
            int window = Math.min(known, Math.max(2_000, count * 2 / 5));
            return customerId(known - 1 - random.nextInt(window));
        }

        private String customerId(int i) {
            return texts.apply("customer-" + i);
        }

        private @Nullable String ownRep() {
            return random.nextInt(100) < 70 ? rep() : null;
        }

        /** A text of its own, as a parser makes it. */
        @SuppressWarnings("StringCopy")
        private String rep() {
            return texts.apply(
                    String.valueOf(reps.get(random.nextInt(reps.size())).toCharArray()));
        }

        private Money amount() {
            return Money.ofMinor(CURRENCY, random.nextLong(50_000, 5_000_000));
        }

        private long seconds(int fromDays, int toDays) {
            return random.nextLong(fromDays * DAY, toDays * DAY);
        }

        private static Instant at(long second) {
            return Instant.ofEpochSecond(second);
        }
    }
}
