package org.saleskpi.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same job by the library and by others, in one run: equal answers first, then how long each takes. */
final class SideBySide {

    private static final int CUSTOMERS_PER_SCALE = 10_000;
    private static final long YEAR_START = Months.bound(24) + 100 * 86_400L + 12_345;
    private static final long YEAR_END = YEAR_START + 365 * 86_400L;
    private static final int COLD_RUNS = 3;
    private static final double MOST_COLD_NANOS = 30e9;

    private SideBySide() {}

    /** What a peer was measured at. */
    private record Result(
            String name,
            double load,
            double firstTable,
            Timing period,
            Timing months,
            Timing monthsByRep,
            Timing periods,
            double bytesPerRecord) {}

    static void run(Options options) throws Exception {
        double scale = options.number("scale", 10);
        double seconds = options.number("seconds", 6);
        warmUp(options.peers());
        long before = Heap.used();
        SyntheticSales sales = SyntheticSales.ofCustomers((int) Math.round(scale * CUSTOMERS_PER_SCALE));
        double bytesOfARecord = (double) (Heap.used() - before) / sales.size();
        List<Result> results = new ArrayList<>();
        try (Peer library = new LibraryPeer()) {
            library.load(sales);
            // Its index is made now: it is no part of what another peer takes up.
            Agreement.check(library, library);
            for (PeerKind kind : options.peers()) {
                results.add(measure(kind, sales, library, seconds));
                System.out.println(results.get(results.size() - 1).name() + " done");
            }
        }
        String text = text(sales.size(), bytesOfARecord, results);
        System.out.println(text);
        if (options.out().isPresent()) {
            Page.write(options.out().get(), String.format(Locale.ROOT, "side by side at scale %.0f", scale), text);
        }
    }

    /** Has everything compiled before anything is measured. */
    private static void warmUp(List<PeerKind> kinds) throws Exception {
        SyntheticSales sales = SyntheticSales.ofCustomers(3_000);
        try (Peer library = new LibraryPeer()) {
            library.load(sales);
            for (int i = 0; i < 3; i++) {
                for (PeerKind kind : kinds) {
                    try (Peer peer = kind.create()) {
                        peer.load(sales);
                        Agreement.check(library, peer);
                    }
                }
            }
        }
    }

    private static Result measure(PeerKind kind, SyntheticSales sales, Peer library, double seconds) throws Exception {
        List<Double> loads = new ArrayList<>();
        List<Double> firstTables = new ArrayList<>();
        double spent = 0;
        while (loads.isEmpty() || (loads.size() < COLD_RUNS && spent < MOST_COLD_NANOS)) {
            System.gc();
            try (Peer cold = kind.create()) {
                long load = Timing.once(turn -> {
                    cold.load(sales);
                    return cold;
                });
                long table = Timing.once(turn -> cold.monthsByRep());
                loads.add((double) load);
                firstTables.add((double) load + table);
                spent += load + table;
            }
        }
        long before = Heap.used();
        try (Peer peer = kind.create()) {
            peer.load(sales);
            Agreement.check(library, peer);
            long bytes = Heap.used() - before + peer.bytesOutsideOfHeap();
            RandomPeriods periods = new RandomPeriods(1_000);
            return new Result(
                    peer.name(),
                    median(loads),
                    median(firstTables),
                    Timing.of(seconds, turn -> peer.period(YEAR_START, YEAR_END)),
                    Timing.of(seconds, turn -> peer.months()),
                    Timing.of(seconds, turn -> peer.monthsByRep()),
                    Timing.of(2 * seconds, turn -> {
                        int i = turn % periods.count();
                        return peer.period(periods.start(i), periods.end(i));
                    }),
                    (double) bytes / sales.size());
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static String text(int records, double bytesOfARecord, List<Result> results) {
        List<List<String>> times = new ArrayList<>();
        List<List<String>> ratios = new ArrayList<>();
        Result first = results.get(0);
        for (Result result : results) {
            times.add(List.of(
                    result.name,
                    Page.duration(result.load),
                    Page.duration(result.firstTable),
                    Page.digits(result.bytesPerRecord),
                    cell(result.period),
                    cell(result.months),
                    cell(result.monthsByRep),
                    cell(result.periods),
                    Page.duration(result.periods.percentile(99)),
                    String.format(Locale.ROOT, "%,d", result.periods.bytes())));
            if (!result.equals(first)) {
                ratios.add(List.of(
                        result.name,
                        Page.digits(result.firstTable / first.firstTable),
                        Page.digits(result.period.median() / first.period.median()),
                        Page.digits(result.months.median() / first.months.median()),
                        Page.digits(result.monthsByRep.median() / first.monthsByRep.median()),
                        Page.digits(result.periods.median() / first.periods.median())));
            }
        }
        return String.format(
                        Locale.ROOT,
                        "%,d records, %s. %s.%n%n",
                        records,
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.describe())
                + Page.table(
                        List.of(
                                "",
                                "load",
                                "load and first Q3",
                                "bytes a record",
                                "Q1 period",
                                "Q2 60 months",
                                "Q3 60 months x 50 reps",
                                "Q4 random periods",
                                "Q4 p99",
                                "Q4 bytes allocated"),
                        times)
                + String.format(
                        Locale.ROOT,
                        "%nMedians; in brackets how often it was run where that was less than 20 times. The records themselves"
                                + " take %s bytes each, with texts of their own: who keeps them for %s alone needs %s in all. It"
                                + " answers with them; a database may do without. As a multiple of %2$s:%n%n",
                        Page.digits(bytesOfARecord),
                        first.name,
                        Page.digits(bytesOfARecord + first.bytesPerRecord))
                + Page.table(List.of("", "load and first Q3", "Q1", "Q2", "Q3", "Q4"), ratios)
                + results.stream()
                        .filter(result -> LoopPeer.NAME.equals(result.name))
                        .findFirst()
                        .map(loop -> "\n" + paysFrom(first, loop))
                        .orElse("");
    }

    private static String cell(Timing timing) {
        return Page.duration(timing.median()) + (timing.calls() < 20 ? " (" + timing.calls() + ")" : "");
    }

    /** Where the loop is ahead, it is for the first questions: how many. */
    private static String paysFrom(Result library, Result loop) {
        double ahead = library.firstTable - loop.firstTable;
        String one = String.format(
                Locale.ROOT,
                "From records that nobody has prepared anything for, one table of months by rep takes the library %s and the"
                        + " loop %s",
                Page.duration(library.firstTable),
                Page.duration(loop.firstTable));
        return ahead <= 0
                ? one + ": the library is ahead from the first question.\n"
                : one
                        + String.format(
                                Locale.ROOT,
                                ": whoever asks for that and nothing more is better off with a loop. It is behind from"
                                        + " %,.0f further such tables on, or %,.0f further periods.%n",
                                Math.ceil(ahead / (loop.monthsByRep.median() - library.monthsByRep.median())),
                                Math.ceil(ahead / (loop.periods.median() - library.periods.median())));
    }
}
