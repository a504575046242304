package org.saleskpi.sales;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds records that share an id.
 *
 * <p>There are hardly ever any, and a map of millions of ids costs more than the records' checks together: so the hash
 * codes are sorted, and only records of one hash code are compared.
 */
final class RepeatedIds {

    private RepeatedIds() {}

    /** The records that share their id with another one, by id. */
    static <R extends SalesRecord> Map<String, List<R>> find(List<R> records) {
        long[] byHash = new long[records.size()];
        for (int i = 0; i < byHash.length; i++) {
            byHash[i] = (long) records.get(i).id().hashCode() << Integer.SIZE | i;
        }
        Arrays.sort(byHash);
        Map<String, List<R>> repeated = new HashMap<>();
        int start = 0;
        for (int i = 1; i <= byHash.length; i++) {
            if (i == byHash.length || byHash[i] >> Integer.SIZE != byHash[start] >> Integer.SIZE) {
                if (i - start > 1) {
                    for (int j = start; j < i; j++) {
                        R record = records.get((int) byHash[j]);
                        repeated.computeIfAbsent(record.id(), id -> new ArrayList<>())
                                .add(record);
                    }
                }
                start = i;
            }
        }
        repeated.values().removeIf(group -> group.size() == 1);
        return repeated;
    }
}
