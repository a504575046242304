package org.saleskpi.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.HistoryChanges;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/** What one changed record costs, until a report and a table by rep stand, beside a build of all records. */
final class Changes {

    private static final double SECONDS = 4;

    private final SyntheticSales sales;
    private final RandomPeriods periods = new RandomPeriods(1_000);
    private final SplittableRandom random = new SplittableRandom(7);

    private Changes(SyntheticSales sales) {
        this.sales = sales;
    }

    static void run(Options options) throws Exception {
        Changes changes = new Changes(SyntheticSales.ofRecords((long) (options.number("scale", 10) * 100_000)));
        String text = changes.measured();
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), "changes", text);
        }
    }

    private String measured() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        Timing build = Timing.of(2 * SECONDS, turn -> firstAnswers(KpiCalculator.of(sales.history()), turn));
        rows.add(List.of("all built anew", Page.duration(build.median()), "1"));
        KpiCalculator base = KpiCalculator.of(sales.history());
        firstAnswers(base, 0);
        long first = Timing.once(turn -> firstAnswers(base.with(HistoryChanges.of(call())), turn));
        rows.add(row("the first change of all, a call", first, build));
        rows.add(row("a call", base, next -> call(), build));
        rows.add(row("a meeting", base, next -> meeting(), build));
        rows.add(row("a survey answer", base, next -> survey(), build));
        rows.add(row("a contract", base, next -> contract(), build));
        rows.add(row("a call, each change on top of those before", new Chain(base)::next, build));
        return String.format(
                        Locale.ROOT,
                        "%,d records, %s. %s.%n%n",
                        sales.size(),
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.describe())
                + Page.table(List.of("changed record", "history, report, table by rep", "of the build"), rows);
    }

    /** Changes one after another. */
    private final class Chain {

        private KpiCalculator last;

        Chain(KpiCalculator base) {
            this.last = base;
        }

        Object next(int turn) {
            last = last.with(HistoryChanges.of(call()));
            return firstAnswers(last, turn);
        }
    }

    private List<String> row(String name, KpiCalculator base, Function<SalesHistory, SalesRecord> record, Timing build)
            throws Exception {
        return row(name, turn -> firstAnswers(base.with(HistoryChanges.of(record.apply(base.history()))), turn), build);
    }

    private List<String> row(String name, Timing.Task task, Timing build) throws Exception {
        Timing timing = Timing.of(SECONDS, task);
        return List.of(
                name,
                Page.duration(timing.median()),
                String.format(Locale.ROOT, "%.4f", timing.median() / build.median()));
    }

    private static List<String> row(String name, long nanos, Timing build) {
        return List.of(name, Page.duration((double) nanos), String.format(Locale.ROOT, "%.4f", nanos / build.median()));
    }

    private Object firstAnswers(KpiCalculator calculator, int turn) {
        KpiQuery query = calculator.during(periods.period(turn % periods.count()));
        Timing.sink = query.report();
        return query.by(Dimension.OWNER);
    }

    private SalesRecord call() {
        Call call = any(sales.calls());
        return Call.builder(call.id(), call.at())
                .customer(call.customerId())
                .owner(call.owner())
                .outcome(any(List.of(Call.Outcome.values())))
                .build();
    }

    private SalesRecord meeting() {
        Meeting meeting = any(sales.meetings());
        return Meeting.builder(meeting.id(), meeting.at(), any(List.of(Meeting.Outcome.values())))
                .customer(meeting.customerId())
                .owner(meeting.owner())
                .build();
    }

    private SalesRecord survey() {
        Survey survey = any(sales.surveys());
        return Survey.builder(survey.id(), survey.at(), Survey.Scale.NPS, random.nextInt(11))
                .customer(survey.customerId())
                .owner(survey.owner())
                .build();
    }

    private SalesRecord contract() {
        Contract contract = any(sales.contracts());
        return Contract.builder(
                        contract.id(), contract.signedAt(), contract.amount().plusMajor(random.nextInt(9)))
                .customer(contract.customerId())
                .owner(contract.owner())
                .endsAt(contract.endsAt())
                .build();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
