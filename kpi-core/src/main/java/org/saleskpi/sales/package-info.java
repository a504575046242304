/**
 * Facts: what a sales organisation records, as immutable, validated records, and the
 * {@link org.saleskpi.sales.SalesHistory} that holds them together.
 *
 * <p>Start at {@link org.saleskpi.sales.SalesHistory}. A record that breaks its own rules cannot be constructed
 * ({@link org.saleskpi.sales.InvalidRecordException}); a history checks its records against each other
 * ({@link org.saleskpi.sales.InvalidHistoryException}), and derives what indicators about customers need: each customer's
 * {@link org.saleskpi.sales.CustomerJourney journey}, {@link org.saleskpi.sales.Conversion conversion} and
 * {@link org.saleskpi.sales.Stretch stretches} of cover.
 */
@NullMarked
package org.saleskpi.sales;

import org.jspecify.annotations.NullMarked;
