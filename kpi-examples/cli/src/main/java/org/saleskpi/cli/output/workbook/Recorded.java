package org.saleskpi.cli.output.workbook;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Survey;

/**
 * From when to when a history has records: beyond, counts are zero because nobody has recorded anything yet.
 *
 * @param first the moment of the first record; null if there is none
 * @param last the moment of the last record, or up to which the history is viewed; null if there is none
 */
record Recorded(@Nullable Instant first, @Nullable Instant last) {

    static Recorded of(SalesHistory history) {
        List<Instant> moments = Stream.of(
                        history.journeys().stream().map(CustomerJourney::entry),
                        ends(history.calls(), Call::at),
                        ends(history.meetings(), Meeting::at),
                        ends(history.proposals(), Proposal::sentAt),
                        ends(history.contracts(), Contract::signedAt),
                        ends(history.surveys(), Survey::at))
                .flatMap(all -> all)
                .toList();
        Optional<Instant> first = moments.stream().min(Comparator.naturalOrder());
        Optional<Instant> last = history.viewedAsOf()
                .map(end -> end.minusNanos(1))
                .or(() -> moments.stream().max(Comparator.naturalOrder()));
        return new Recorded(first.orElse(null), last.orElse(null));
    }

    /** The first and the last of facts in time order. */
    private static <F> Stream<Instant> ends(List<F> facts, Function<F, Instant> moment) {
        return facts.isEmpty()
                ? Stream.of()
                : Stream.of(facts.get(0), facts.get(facts.size() - 1)).map(moment);
    }

    /** Tells whether there is a record before a moment. */
    boolean beginsBefore(Instant moment) {
        return first != null && first.isBefore(moment);
    }

    /** Tells whether there is a record at a moment or later. */
    boolean endsAfter(Instant moment) {
        return last != null && !last.isBefore(moment);
    }
}
