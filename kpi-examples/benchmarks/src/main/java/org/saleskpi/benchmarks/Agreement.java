package org.saleskpi.benchmarks;

import java.sql.SQLException;

/** Compares what two peers answer, and fails with the first number that differs: a fast wrong answer is no answer. */
final class Agreement {

    private static final int PERIODS = 8;

    private Agreement() {}

    /** Compares some periods, all months, and all months of all reps. */
    static void check(Peer expected, Peer actual) throws SQLException {
        RandomPeriods periods = new RandomPeriods(PERIODS);
        for (int i = 0; i < PERIODS; i++) {
            long start = periods.start(i);
            long end = periods.end(i);
            check(
                    actual.name() + " in " + periods.period(i),
                    expected.period(start, end).cell(0, 0),
                    actual.period(start, end).cell(0, 0));
        }
        checkTable(actual.name(), 1, expected.months(), actual.months());
        checkTable(actual.name(), CustomerTraces.REPS, expected.monthsByRep(), actual.monthsByRep());
    }

    private static void checkTable(String name, int reps, Answer expected, Answer actual) {
        for (int rep = 0; rep < reps; rep++) {
            for (int month = 0; month < Months.COUNT; month++) {
                check(
                        name + " in month " + month + (reps == 1 ? "" : " of rep " + rep),
                        expected.cell(rep, month),
                        actual.cell(rep, month));
            }
        }
    }

    private static void check(String cell, long[] expected, long[] actual) {
        for (int measure = 0; measure < Measures.COUNT; measure++) {
            if (expected[measure] != actual[measure]) {
                throw new IllegalStateException(cell + " counts " + Measures.name(measure) + ": " + actual[measure]
                        + ", expected " + expected[measure]);
            }
        }
    }
}
