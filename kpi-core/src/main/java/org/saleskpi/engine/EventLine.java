package org.saleskpi.engine;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The members of several tables as events, in time order within each group: where a bound lies in all of the tables is found
 * by one search.
 *
 * <p>A page holds up to 64 events of a group, and all that is needed to tell how many of them are before a bound: how many
 * members of each table come before the page, the number of the table of each event, bit by bit, and the time of each since
 * the first, in as few bits as the last takes. So a search waits for memory a few times, and not a few times a table; and an
 * event takes less memory than the four bytes that a moment takes by itself.
 *
 * <pre>
 *  page     events, widths │ tables of 64 events │ members before, table by table │ times since the first
 *  words          1        │ one a bit           │ two a word                     │ as many as a time has bits
 * </pre>
 *
 * <p>Times are whole seconds; where any moment has a fraction of one, nanoseconds. Immutable and thread-safe.
 */
@SuppressWarnings("JavaInstantGetSecondsGetNano") // Seconds and the rest of each instant are meant to go apart.
final class EventLine {

    /** Tables are numbered with up to six bits. */
    static final int MOST_TABLES = 64;

    /** So many events are on a page: a bit each in a word. */
    static final int PAGE = Long.SIZE;

    /** The first word of a page holds the number of its events, and from this bit on how many bits a time has. */
    static final int WIDTH_SHIFT = 8;

    private static final int EVENTS_MASK = (1 << WIDTH_SHIFT) - 1;
    private static final long INT_MASK = (1L << Integer.SIZE) - 1;

    private static final int WORDS_OF_A_LINE = 8;

    private static final long NANOS_OF_SECOND = 1_000_000_000;

    /** Nanoseconds of so many seconds before and after 1970 are told apart by one number. */
    private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS_OF_SECOND / 2 - 1;

    private final boolean inNanos;
    private final int planes;
    private final int headWords;

    /** The first page of each group, and that after the last. */
    private final int[] pagesOfGroups;

    /** The first moment of each page. */
    private final Moments firsts;

    /** Where the words of each page start. */
    private final int[] starts;

    /** The pages, and two words more, so that whoever reads a time may read the next word too. */
    private final long[] words;

    EventLine(
            boolean inNanos,
            int planes,
            int headWords,
            int[] pagesOfGroups,
            Moments firsts,
            int[] starts,
            long[] words) {
        this.inNanos = inNanos;
        this.planes = planes;
        this.headWords = headWords;
        this.pagesOfGroups = pagesOfGroups;
        this.firsts = firsts;
        this.starts = starts;
        this.words = words;
    }

    /**
     * Puts tables together.
     *
     * @param tables the tables by group, at most {@link #MOST_TABLES}
     * @return null if some moments have a fraction of a second and others are centuries away
     */
    static @Nullable EventLine of(List<? extends Events> tables) {
        int groups = tables.stream().mapToInt(Events::groups).max().orElse(0);
        Events.Part[][] parts = tables.stream()
                .map(events ->
                        IntStream.range(0, groups).mapToObj(events.parts()).toArray(Events.Part[]::new))
                .toArray(Events.Part[][]::new);
        Set<Moments> moments = Arrays.stream(parts)
                .flatMap(Arrays::stream)
                .map(Events.Part::moments)
                .collect(toImmutableSet());
        boolean inNanos = !moments.stream().allMatch(Moments::areWholeSeconds);
        return inNanos && !moments.stream().allMatch(each -> each.areWithin(MOST_SECONDS))
                ? null
                : new EventLineBuilder(parts, groups, inNanos).build();
    }

    /** How many events come before a bound in a group: a page and how many of its events do. */
    private int eventsBefore(Instant bound, int page) {
        int start = starts[page];
        int events = (int) words[start] & EVENTS_MASK;
        int width = (int) (words[start] >>> WIDTH_SHIFT);
        long offset = offset(bound, page);
        int offsets = start + headWords;
        int low = 0;
        for (int left = events; left > 1; ) {
            int half = left >>> 1;
            low += offsetAt(offsets, low + half - 1, width) < offset ? half : 0;
            left -= half;
        }
        return low + (offsetAt(offsets, low, width) < offset ? 1 : 0);
    }

    private long offsetAt(int offsets, int event, int width) {
        int bit = event * width;
        int word = offsets + (bit >>> 6);
        // Shifted twice, for a shift by all 64 bits would be none.
        long either = words[word] >>> bit | words[word + 1] << 1 << ~bit;
        return either & (1L << width) - 1;
    }

    /** How much later a bound is than the first event of a page; before a time between two ticks is as much as before the next. */
    private long offset(Instant bound, int page) {
        long seconds = bound.getEpochSecond() - firsts.secondAt(page);
        if (!inNanos) {
            return seconds + (bound.getNano() > 0 ? 1 : 0);
        }
        if (seconds < 0) {
            return -1;
        }
        return seconds > 2 * MOST_SECONDS
                ? Long.MAX_VALUE
                : seconds * NANOS_OF_SECOND + bound.getNano() - firsts.nanoAt(page);
    }

    /** The page that holds the last events of a group before a bound, or its first; the group must have one. */
    private int pageOf(Instant bound, int group) {
        int first = pagesOfGroups[group];
        return Math.max(first, firsts.firstFrom(bound, first, pagesOfGroups[group + 1]) - 1);
    }

    /** Whether a group has any event. */
    boolean has(int group) {
        return group >= 0 && group < pagesOfGroups.length - 1 && pagesOfGroups[group] < pagesOfGroups[group + 1];
    }

    /**
     * Finds the first position of each of some tables in a group whose moment is not before a bound.
     *
     * @param bound the bound
     * @param group the number of the group, which must have an event
     * @param tables the numbers of the tables
     * @param places where to write the position of each
     * @param positions where they are written
     */
    void find(Instant bound, int group, int[] tables, int[] places, int[] positions) {
        int page = pageOf(bound, group);
        find(page, eventsBefore(bound, page), tables, places, positions);
    }

    /**
     * Finds the same for two bounds: both pages are looked for, and then both places on them, before anything else is, so that a
     * processor waits for the memory of both at once.
     *
     * @param bound one bound
     * @param other the other
     * @param group the number of the group, which must have an event
     * @param tables the numbers of the tables
     * @param places where to write the position of each
     * @param positions where those of the one bound are written
     * @param otherPositions where those of the other are
     */
    void find(
            Instant bound,
            Instant other,
            int group,
            int[] tables,
            int[] places,
            int[] positions,
            int[] otherPositions) {
        int page = pageOf(bound, group);
        int otherPage = pageOf(other, group);
        int before = eventsBefore(bound, page);
        int beforeOther = eventsBefore(other, otherPage);
        find(page, before, tables, places, positions);
        find(otherPage, beforeOther, tables, places, otherPositions);
    }

    /** Writes the position of each of some tables behind so many events of a page. */
    private void find(int page, int events, int[] tables, int[] places, int[] positions) {
        int start = starts[page];
        long before = bits(events);
        long plane0 = words[start + 1];
        long plane1 = words[start + 2];
        long plane2 = words[start + 3];
        long plane3 = words[start + 4];
        long plane4 = planes > 4 ? words[start + 5] : 0;
        long plane5 = planes > 5 ? words[start + 6] : 0;
        for (int i = 0; i < tables.length; i++) {
            int table = tables[i];
            long ofTable = before
                    & (plane0 ^ isZero(table, 0))
                    & (plane1 ^ isZero(table, 1))
                    & (plane2 ^ isZero(table, 2))
                    & (plane3 ^ isZero(table, 3))
                    & (plane4 ^ isZero(table, 4))
                    & (plane5 ^ isZero(table, 5));
            positions[places[i]] = membersBefore(start, table) + Long.bitCount(ofTable);
        }
    }

    /**
     * How many lines of memory, of 64 bytes each, a search waits for at most: where among the first moments of pages it looks, such
     * a moment or two, where the page starts, and all of the longest page, wherever in a line it starts.
     */
    int mostLines() {
        int longest = 0;
        for (int page = 0; page < starts.length; page++) {
            int end = page + 1 < starts.length ? starts[page + 1] : words.length;
            longest = Math.max(longest, end - starts[page]);
        }
        return 4 + (longest + 2 * WORDS_OF_A_LINE - 2) / WORDS_OF_A_LINE;
    }

    private static long bits(int number) {
        return number == PAGE ? -1 : (1L << number) - 1;
    }

    /** Which events of a page, and which of the bits behind the last, have the number of a table. */
    private long eventsOf(int table, int start) {
        long events = -1;
        for (int plane = 0; plane < planes; plane++) {
            events &= words[start + 1 + plane] ^ isZero(table, plane);
        }
        return events;
    }

    /** All bits where one of a number is not set, and none where it is. */
    private static long isZero(int number, int bit) {
        return (number >>> bit & 1) - 1L;
    }

    private int membersBefore(int start, int table) {
        return (int) (words[start + 1 + planes + (table >>> 1)] >>> ((table & 1) * Integer.SIZE) & INT_MASK);
    }

    /** When the members of one of the tables are. */
    Times timesOf(int table, int size) {
        return new TimesOnLine(this, table, size);
    }

    /** When the members of a table are. */
    record TimesOnLine(EventLine line, int table, int size) implements Times {

        @Override
        public int firstFrom(Instant bound, int group, int start, int end) {
            if (start == end) {
                return start;
            }
            int page = line.pageOf(bound, group);
            int first = line.starts[page];
            long before = line.eventsOf(table, first) & bits(line.eventsBefore(bound, page));
            int position = line.membersBefore(first, table) + Long.bitCount(before);
            return Math.max(start, Math.min(end, position));
        }

        @Override
        public Moments moments() {
            return moments(0, line.starts.length);
        }

        @Override
        public Moments moments(int group) {
            return moments(line.pagesOfGroups[group], line.pagesOfGroups[group + 1]);
        }

        private Moments moments(int firstPage, int endPage) {
            Moments.Builder moments = new Moments.Builder(size);
            for (int page = firstPage; page < endPage; page++) {
                line.addMoments(page, table, moments);
            }
            return moments.build();
        }

        @Override
        public Times toldBy(EventLine another, int number, @Nullable EventLine replaced) {
            return line == replaced ? another.timesOf(number, size) : this;
        }
    }

    private void addMoments(int page, int table, Moments.Builder moments) {
        int start = starts[page];
        int width = (int) (words[start] >>> WIDTH_SHIFT);
        long events = eventsOf(table, start) & bits((int) words[start] & EVENTS_MASK);
        for (long left = events; left != 0; left &= left - 1) {
            long offset = offsetAt(start + headWords, Long.numberOfTrailingZeros(left), width);
            if (inNanos) {
                long nano = firsts.nanoAt(page) + offset;
                moments.add(firsts.secondAt(page) + Math.floorDiv(nano, NANOS_OF_SECOND), (int)
                        Math.floorMod(nano, NANOS_OF_SECOND));
            } else {
                moments.add(firsts.secondAt(page) + offset, 0);
            }
        }
    }
}
