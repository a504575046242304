package org.saleskpi.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;

/**
 * How a question is narrowed: to some groups of a dimension together. Immutable and thread-safe.
 *
 * @param dimension what is grouped by
 * @param anyOf the owners or attribute values, any of which will do; null among them for what is unassigned; unmodifiable
 */
public record Filter(Dimension dimension, List<@Nullable String> anyOf) {

    /**
     * Creates a filter.
     *
     * @param dimension what is grouped by
     * @param anyOf the owners or attribute values, any of which will do; null among them for what is unassigned; unmodifiable
     */
    public Filter {
        anyOf = Collections.unmodifiableList(new ArrayList<>(anyOf));
    }
}
