package org.saleskpi.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.SalesRecord;

/**
 * The ids that records of several parts share, and what becomes of them: what {@code SalesHistory} does with such records when it
 * sees them all. Travels.
 */
final class RepeatedIds implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What becomes of the records, by their kind and id. */
    private final HashMap<String, Fate> fates = new HashMap<>();

    /** What becomes of the records of one id: all go, or all but one. */
    private static final class Fate implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        /** Where the record stands that stays. */
        private final @Nullable String kept;

        /** What is wrong with the others. */
        private final String reason;

        Fate(@Nullable String kept, String reason) {
            this.kept = kept;
            this.reason = reason;
        }
    }

    private static String key(SalesRecord found) {
        return found.type().name() + ' ' + found.id();
    }

    /** Says that records of one id differ. */
    void differ(SalesRecord one, int count) {
        fates.put(key(one), new Fate(null, "is used by " + count + " records that differ"));
    }

    /** Says that records of one id are equal, and which stays. */
    void equal(SalesRecord kept) {
        fates.put(key(kept), new Fate(String.valueOf(kept.origin()), "is repeated: an equal record is kept"));
    }

    /** What is wrong with a record; null if it stays. */
    @Nullable
    Problem problem(SalesRecord found) {
        Fate fate = fates.isEmpty() ? null : fates.get(key(found));
        Origin origin = found.origin();
        if (fate == null || String.valueOf(origin).equals(fate.kept)) {
            return null;
        }
        return Problem.builder(found.type(), "id")
                .id(found.id())
                .value(found.id())
                .origin(origin)
                .reason(fate.reason);
    }

    /** How many ids there are. */
    int size() {
        return fates.size();
    }

    /** By kind and id, for those who look for the same. */
    static Map<String, List<SalesRecord>> byId(Iterable<? extends SalesRecord> records) {
        Map<String, List<SalesRecord>> byId = new HashMap<>();
        records.forEach(
                one -> byId.computeIfAbsent(key(one), id -> new ArrayList<>()).add(one));
        return byId;
    }
}
