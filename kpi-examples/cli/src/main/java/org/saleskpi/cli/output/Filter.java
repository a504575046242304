package org.saleskpi.cli.output;

import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Dimension;

/**
 * How a question is narrowed: to one group of a dimension. Immutable and thread-safe.
 *
 * @param dimension what is grouped by
 * @param key the owner or attribute value; null for what is unassigned
 */
public record Filter(Dimension dimension, @Nullable String key) {}
