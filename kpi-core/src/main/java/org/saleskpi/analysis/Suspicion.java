package org.saleskpi.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.FindingThresholds.Limit;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;

/** What all findings are told by: the history, the thresholds, and the moment from which time is told. */
final class Suspicion {

    private final SalesHistory history;
    private final FindingThresholds thresholds;

    /** Null where nothing but customers is recorded. */
    private final @Nullable Instant now;

    Suspicion(SalesHistory history, FindingThresholds thresholds) {
        this.history = history;
        this.thresholds = thresholds;
        this.now = history.viewedAsOf()
                .or(() -> Stream.of(RecordType.values())
                        .filter(type -> type != RecordType.CUSTOMER)
                        .flatMap(type -> history.recorded(type).stream())
                        .map(RecordedSpan::last)
                        .reduce((one, other) -> one.isAfter(other) ? one : other))
                .orElse(null);
    }

    SalesHistory history() {
        return history;
    }

    /** Whether a number is more than a limit. */
    boolean exceeds(double number, Limit limit) {
        return number > thresholds.of(limit);
    }

    /** Whether more than a share of some records is suspicious, exactly for whole percentages. */
    boolean exceedsShare(long suspicious, long of, Limit limit) {
        // A share such as 0.2 is not exact in doubles, a count times it nearly is: 1 of 5 is not more than 0.2.
        return suspicious - of * thresholds.of(limit) > 1e-9 * of;
    }

    double limit(Limit limit) {
        return thresholds.of(limit);
    }

    /** Whether a moment lies before the one from which time is told. */
    boolean isPast(Instant moment) {
        return now != null && moment.isBefore(now);
    }

    /** Whether a moment lies more days back than a limit. */
    boolean isLongAgo(Instant moment, Limit limit) {
        return now != null
                && exceeds((double) date(now).toEpochDay() - date(moment).toEpochDay(), limit);
    }

    LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, history.zone());
    }

    /** The first instant of a date. */
    Instant startOf(LocalDate date) {
        return date.atStartOfDay(history.zone()).toInstant();
    }

    /** Those of some records that meet a condition, as a finding. */
    static <R extends SalesRecord> Stream<Finding> found(
            FindingKind kind, List<? extends R> of, Predicate<? super R> condition) {
        return found(
                kind,
                of.size(),
                of.stream().<R>map(one -> one).filter(condition).toList());
    }

    /** Some records as a finding; none if there are none. */
    static Stream<Finding> found(FindingKind kind, long of, List<? extends SalesRecord> records) {
        return records.isEmpty() ? Stream.empty() : Stream.of(new Finding(kind, of, List.copyOf(records)));
    }
}
