package org.saleskpi.engine;

import java.time.Instant;
import java.util.List;
import org.saleskpi.engine.CoverInstants.Kind;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Stretch;

/**
 * Which customers are in force, as a bit for each: for customers that have many stretches of cover.
 *
 * <p>The starts and ends of all stretches are events in time order. A customer is in force on the eve of an instant if the
 * last of its events before it is a start; each event turns its bit. So the balance at an instant is starts less ends: one
 * search. For the customers at two instants the bits themselves are needed. They are kept at checkpoints; for any other place
 * among the events the nearest checkpoint is taken, and the events in between are applied, forwards or backwards.
 *
 * <p>An answer takes a step for each 64 customers, and one for each event applied: at either instant at most a 64th of the
 * customers, or 32 where they are few. A stretch takes some 25 bytes, however many there are and however they lie: eight and
 * a half for each of its two events, and four for an event's part of the checkpoints.
 */
final class CoverBits implements InForce {

    /** Checkpoints are a 32nd as many events apart as there are customers, so that they take four bytes an event. */
    private static final int CUSTOMERS_PER_EVENT = 32;

    /** Where there are few customers, checkpoints nearer to each other would save next to no time. */
    private static final int LEAST_SPACING = 64;

    private final CoverInstants instants;

    /** Whose each event is, by the number of the customer. */
    private final int[] customers;

    /** Whether an event is a start; else it is an end. */
    private final RankBits isStart;

    private final int spacing;
    private final int words;

    /** The bits at each checkpoint, one after the other: at first none is set. */
    private final long[] checkpoints;

    /** Takes customers, and puts the instants where they are told. */
    CoverBits(List<CustomerJourney> journeys, CoverInstants instants) {
        this.instants = instants;
        int most = 0;
        for (CustomerJourney journey : journeys) {
            most = Math.addExact(most, Math.multiplyExact(2, journey.cover().size()));
        }
        Moments.Builder moments = new Moments.Builder(most);
        RankBits.Builder starts = new RankBits.Builder(most);
        int[] customerOf = new int[most];
        int size = 0;
        int number = 0;
        for (CustomerJourney journey : journeys) {
            for (Stretch stretch : journey.cover()) {
                moments.add(stretch.startsAt());
                starts.add(true);
                customerOf[size++] = number;
                Instant end = stretch.endsAt();
                if (end != null) {
                    moments.add(end);
                    starts.add(false);
                    customerOf[size++] = number;
                }
            }
            number++;
        }
        Moments unsorted = moments.build();
        int[] order = unsorted.order();
        instants.put(Kind.TURNS, unsorted.inOrder(order));
        isStart = starts.build().inOrder(order);
        customers = new int[size];
        for (int i = 0; i < size; i++) {
            customers[i] = customerOf[order[i]];
        }
        words = (number + Long.SIZE - 1) / Long.SIZE;
        spacing = Math.max(LEAST_SPACING, number / CUSTOMERS_PER_EVENT);
        checkpoints = new long[(size / spacing + 1) * words];
        long[] bits = new long[words];
        for (int i = 0; i < size; i++) {
            if (i % spacing == 0) {
                System.arraycopy(bits, 0, checkpoints, i / spacing * words, words);
            }
            turn(bits, customers[i]);
        }
        if (size % spacing == 0) {
            System.arraycopy(bits, 0, checkpoints, size / spacing * words, words);
        }
    }

    private static void turn(long[] bits, int customer) {
        bits[customer / Long.SIZE] ^= 1L << customer;
    }

    private static int bit(long[] bits, int customer) {
        return (int) (bits[customer / Long.SIZE] >>> customer) & 1;
    }

    @Override
    public CoverInstants instants() {
        return instants;
    }

    @Override
    public int count(Bounds bounds) {
        int before = bounds.before(Kind.TURNS);
        return 2 * isStart.before(before) - before;
    }

    @Override
    public int countAtBoth(Bounds bounds) {
        return countAtBoth(bounds.before(Kind.TURNS), bounds.beforeLater(Kind.TURNS));
    }

    private int countAtBoth(int start, int end) {
        long[] atMoment = bitsAfter(start);
        int nearest = nearestCheckpoint(end);
        int count = 0;
        for (int i = 0; i < words; i++) {
            count += Long.bitCount(atMoment[i] & checkpoints[nearest * words + i]);
        }
        for (int i = nearest * spacing; i < end; i++) {
            int bit = bit(atMoment, customers[i]);
            count += isStart.isSet(i) ? bit : -bit;
        }
        for (int i = end; i < nearest * spacing; i++) {
            int bit = bit(atMoment, customers[i]);
            count -= isStart.isSet(i) ? bit : -bit;
        }
        return count;
    }

    /** Whose last event, of the first so many, is a start. */
    private long[] bitsAfter(int end) {
        int nearest = nearestCheckpoint(end);
        long[] bits = new long[words];
        System.arraycopy(checkpoints, nearest * words, bits, 0, words);
        for (int i = Math.min(end, nearest * spacing); i < Math.max(end, nearest * spacing); i++) {
            turn(bits, customers[i]);
        }
        return bits;
    }

    private int nearestCheckpoint(int end) {
        int before = end / spacing;
        return end % spacing > spacing / 2 && (before + 1) * words < checkpoints.length ? before + 1 : before;
    }
}
