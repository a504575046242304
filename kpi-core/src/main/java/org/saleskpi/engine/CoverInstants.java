package org.saleskpi.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instants by which customers of a group are counted that are in force: where stretches of cover start and end, kind by kind,
 * each in time order, as told by themselves or by a line of several tables.
 *
 * <p>They are put here while customers are made ready ({@link InForce#of}). From then on thread-safe.
 */
final class CoverInstants {

    private static final int KINDS = Kind.values().length;

    /** No instants, of no group; none are put here. */
    static final CoverInstants NONE = new CoverInstants(Keys.NONE);

    /** What the instants are. */
    enum Kind {
        /** Starts of customers that are counted by pairs. */
        STARTS(0),

        /** Their ends. */
        ENDS(1),

        /** The firsts of pairs, unless these are the starts. */
        FIRSTS(2),

        /** The seconds of pairs, unless these are the ends. */
        SECONDS(3),

        /** Starts and ends of customers that are counted by bits. */
        TURNS(4);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** Where what is known of a kind stands in an array of all kinds. */
        int number() {
            return number;
        }
    }

    private final int group;

    /** By kind; null where there are none. */
    private final @Nullable Times[] times = new Times[KINDS];

    /** Has none yet, of the group with a number. */
    CoverInstants(int group) {
        this.group = group;
    }

    void put(Kind kind, Moments moments) {
        times[kind.number()] = moments.size() == 0 ? null : moments;
    }

    private @Nullable Times times(Kind kind) {
        return times[kind.number()];
    }

    /** Whether there is an instant of a kind. */
    boolean has(Kind kind) {
        return times(kind) != null;
    }

    /** The instants of a kind. */
    Moments moments(Kind kind) {
        Times known = times(kind);
        return known == null ? Moments.NONE : known.moments(group);
    }

    /** How many instants of a kind are before a bound. */
    int before(Instant bound, Kind kind) {
        Times known = times(kind);
        return known == null ? 0 : known.firstFrom(bound, group, 0, known.size());
    }

    /** Lets a line tell the instants of a kind: {@link Times#toldBy}. */
    void tellBy(EventLine line, int number, @Nullable EventLine replaced, Kind kind) {
        Times known = times(kind);
        if (known != null) {
            times[kind.number()] = known.toldBy(line, number, replaced);
        }
    }

    /** Two instants, each of which is looked for among those of a kind when somebody asks. */
    record Bounds(CoverInstants instants, Instant moment, Instant later) implements InForce.Bounds {

        @Override
        public int before(Kind kind) {
            return instants.before(moment, kind);
        }

        @Override
        public int beforeLater(Kind kind) {
            return instants.before(later, kind);
        }
    }
}
