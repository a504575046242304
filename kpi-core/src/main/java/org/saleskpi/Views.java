package org.saleskpi;

import com.google.common.collect.MapMaker;
import java.time.Instant;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The views of a calculator that somebody still holds, by their moments. It takes little until there is one. Thread-safe. */
final class Views {

    private volatile @Nullable ConcurrentMap<Instant, KpiCalculator> byMoment;

    /** The view as of a moment, made now if nobody holds it. */
    KpiCalculator asOf(Instant moment, Function<Instant, KpiCalculator> maker) {
        ConcurrentMap<Instant, KpiCalculator> known = byMoment;
        return (known == null ? knownOrMade() : known).computeIfAbsent(moment, maker);
    }

    private synchronized ConcurrentMap<Instant, KpiCalculator> knownOrMade() {
        ConcurrentMap<Instant, KpiCalculator> known = byMoment;
        if (known == null) {
            known = new MapMaker().concurrencyLevel(1).weakValues().makeMap();
            byMoment = known;
        }
        return known;
    }
}
