package org.saleskpi.engine;

import java.util.Arrays;

/** Merges the members of tables to the pages of an {@link EventLine}, group by group. */
final class EventLineBuilder {

    private static final int PAGE = EventLine.PAGE;

    /** A few bits are read for all tables at once, whether they need them or not. */
    private static final int LEAST_PLANES = 4;

    private final Events.Part[][] parts;
    private final boolean inNanos;
    private final int planes;
    private final int headWords;
    private final int[] pagesOfGroups;
    private final Moments.Builder firsts;
    private final int[] starts;
    private long[] words;
    private int pages;
    private int size;

    /** The position in each table that comes next, and its time; of tables without more members the latest time there is. */
    private final int[] next;

    private final Moments[] moments;
    private final long[] times;
    private final int[] ends;

    /** The events of a page. */
    private final long[] pageTimes = new long[PAGE];

    private final int[] pageTables = new int[PAGE];

    /**
     * Merges members.
     *
     * @param parts those of each table by group
     * @param groups how many groups there are
     * @param inNanos whether times are nanoseconds, else seconds
     */
    EventLineBuilder(Events.Part[][] parts, int groups, boolean inNanos) {
        this.parts = parts;
        this.inNanos = inNanos;
        int events = Arrays.stream(parts)
                .flatMap(Arrays::stream)
                .mapToInt(part -> part.end() - part.start())
                .reduce(0, Math::addExact);
        int mostPages = Math.addExact(events / PAGE, groups);
        planes = Math.max(LEAST_PLANES, Integer.SIZE - Integer.numberOfLeadingZeros(parts.length - 1));
        headWords = 1 + planes + (parts.length + 1) / 2;
        pagesOfGroups = new int[groups + 1];
        firsts = new Moments.Builder(mostPages);
        starts = new int[mostPages];
        words = new long[Math.addExact(Math.multiplyExact(mostPages, headWords), events / 4 + 1)];
        moments = new Moments[parts.length];
        next = new int[parts.length];
        times = new long[parts.length];
        ends = new int[parts.length];
    }

    EventLine build() {
        for (int group = 0; group + 1 < pagesOfGroups.length; group++) {
            for (int table = 0; table < parts.length; table++) {
                Events.Part part = parts[table][group];
                moments[table] = part.moments();
                next[table] = part.start();
                ends[table] = part.end();
                times[table] = timeOfNext(table);
            }
            while (addPage()) {
                pages++;
            }
            pagesOfGroups[group + 1] = pages;
        }
        return new EventLine(
                inNanos,
                planes,
                headWords,
                pagesOfGroups,
                firsts.build(),
                Arrays.copyOf(starts, pages),
                Arrays.copyOf(words, size + 2));
    }

    private long timeOfNext(int table) {
        return next[table] == ends[table] ? Long.MAX_VALUE : moments[table].timeAt(next[table], inNanos);
    }

    /** Adds a page of the next events of the group, if there are any. */
    private boolean addPage() {
        int counts = size + 1 + planes;
        ensureRoomFor(headWords);
        int events = 0;
        for (; events < PAGE; events++) {
            int earliest = earliest();
            if (times[earliest] == Long.MAX_VALUE) {
                break;
            }
            if (events == 0) {
                takeDownPositions(counts);
                firsts.add(moments[earliest].secondAt(next[earliest]), moments[earliest].nanoAt(next[earliest]));
            }
            pageTimes[events] = times[earliest];
            pageTables[events] = earliest;
            next[earliest]++;
            times[earliest] = timeOfNext(earliest);
        }
        if (events > 0) {
            starts[pages] = size;
            writePage(events);
        }
        return events > 0;
    }

    private int earliest() {
        int earliest = 0;
        for (int table = 1; table < times.length; table++) {
            earliest = times[table] < times[earliest] ? table : earliest;
        }
        return earliest;
    }

    private void takeDownPositions(int counts) {
        for (int table = 0; table < next.length; table++) {
            words[counts + table / 2] |= (long) next[table] << (table % 2 * Integer.SIZE);
        }
    }

    private void writePage(int events) {
        int width = Long.SIZE - Long.numberOfLeadingZeros(pageTimes[events - 1] - pageTimes[0]);
        words[size] = (long) width << EventLine.WIDTH_SHIFT | events;
        for (int plane = 0; plane < planes; plane++) {
            words[size + 1 + plane] = plane(plane, events);
        }
        int offsets = size + headWords;
        size = offsets + (events * width + Long.SIZE - 1) / Long.SIZE;
        for (int event = 0; event < events; event++) {
            long offset = pageTimes[event] - pageTimes[0];
            int bit = event * width;
            int word = offsets + bit / Long.SIZE;
            int shift = bit % Long.SIZE;
            words[word] |= offset << shift;
            if (shift + width > Long.SIZE) {
                words[word + 1] |= offset >>> (Long.SIZE - shift);
            }
        }
    }

    /** A bit of the numbers of the tables of all events. */
    private long plane(int bit, int events) {
        long plane = 0;
        for (int event = 0; event < events; event++) {
            plane |= (pageTables[event] >>> bit & 1L) << event;
        }
        return plane;
    }

    /** Makes sure that so many words may follow. */
    private void ensureRoomFor(int more) {
        int needed = Math.addExact(size, more + PAGE);
        if (needed > words.length) {
            words = Arrays.copyOf(words, Math.max(needed, Math.addExact(words.length, words.length / 2)));
        }
    }
}
