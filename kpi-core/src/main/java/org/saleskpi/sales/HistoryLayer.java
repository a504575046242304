package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

/**
 * For engines: one of the histories that a {@link SalesHistory#with changed} one is made of. An answer about that one is the sum
 * of the answers about the layers that are added, less those about the others, taken in their order. Immutable and thread-safe.
 *
 * @param history a history with some of the customers
 * @param isAdded whether its customers are in the whole; else they are taken out of the layers before it
 * @see SalesHistory#with
 * @since 0.1.0
 */
public record HistoryLayer(SalesHistory history, boolean isAdded) {

    /**
     * Creates a layer.
     *
     * @param history a history with some of the customers
     * @param isAdded whether its customers are in the whole
     */
    public HistoryLayer {
        requireNonNull(history, "history");
    }
}
