package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saleskpi.analysis.EndlessCovers;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.InstantRange;

/** What a reader must know of the records behind the numbers, as sentences without a full stop. Immutable and thread-safe. */
public final class CoverageWording {

    private final DataCoverage coverage;
    private final Wording wording;

    /**
     * Creates the words.
     *
     * @param coverage what the records can tell
     * @param wording the words of the language
     */
    public CoverageWording(DataCoverage coverage, Wording wording) {
        this.coverage = requireNonNull(coverage, "coverage");
        this.wording = requireNonNull(wording, "wording");
    }

    /**
     * Writes from when to when there are records.
     *
     * @param zone the time zone of days
     * @return the first and the last day
     */
    public String recorded(ZoneId zone) {
        List<RecordedSpan> spans = Stream.of(RecordType.values())
                .flatMap(type -> coverage.recorded(type).stream())
                .toList();
        return spans.isEmpty()
                ? wording.say("records.none")
                : days(
                        spans.stream()
                                .map(RecordedSpan::first)
                                .min(Comparator.naturalOrder())
                                .orElseThrow(),
                        spans.stream()
                                .map(RecordedSpan::last)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        zone);
    }

    /**
     * Writes from when to when there are records of one kind.
     *
     * @param type the kind
     * @param zone the time zone of days
     * @return the first and the last day
     */
    public String recorded(RecordType type, ZoneId zone) {
        return coverage.recorded(type)
                .map(span -> days(span.first(), span.last(), zone))
                .orElse(wording.say("records.none"));
    }

    private String days(Instant first, Instant last, ZoneId zone) {
        return wording.span(first.atZone(zone).toLocalDate(), last.atZone(zone).toLocalDate());
    }

    /**
     * Writes what a reader must know before the first number: that nothing is known of the period; what the data does not have,
     * so that it is left out; what was set aside; and of how many customers retention says nothing, because their contracts never end. Where no contract ends,
     * retention itself is no measure, and says so.
     *
     * @param history the facts
     * @param period the whole of what was asked about
     * @param indicators what was asked about
     * @return the notes
     */
    public List<String> notes(SalesHistory history, InstantRange period, List<Indicator<?>> indicators) {
        List<String> notes = new ArrayList<>();
        unknown(period).ifPresent(notes::add);
        missing(indicators).ifPresent(notes::add);
        wording.setAside(history).ifPresent(notes::add);
        endlessCovers().ifPresent(notes::add);
        return notes;
    }

    /**
     * Writes that a period is one of which nothing is known, so that its zeros are none.
     *
     * @param period the period
     * @return the note; empty if a part of it lies between the first and the last record
     */
    public Optional<String> unknown(InstantRange period) {
        return coverage.isKnown(period) ? Optional.empty() : Optional.of(wording.say("records.none-in-period"));
    }

    private Optional<String> missing(List<Indicator<?>> indicators) {
        return missing(coverage.missing(indicators));
    }

    /**
     * Writes which kinds of record the data does not have.
     *
     * @param missing the kinds
     * @return the note; empty if there are none
     */
    public Optional<String> missing(Collection<RecordType> missing) {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(wording.say(
                        "records.missing", missing.stream().map(this::name).collect(Collectors.joining(", "))));
    }

    /**
     * Writes what the records of a kind are called.
     *
     * @param type the kind
     * @return the plural in small letters, where the language has them
     */
    public String name(RecordType type) {
        return wording.say("records." + type.plural());
    }

    /**
     * Writes of how many customers retention says nothing.
     *
     * @return the note; empty if there are none, or all are
     */
    public Optional<String> endlessCovers() {
        EndlessCovers covers = coverage.covers();
        return covers.endless() == 0 || covers.areAll()
                ? Optional.empty()
                : Optional.of(wording.say(
                        "endless-covers", wording.whole(covers.endless()), wording.whole(covers.covered())));
    }
}
