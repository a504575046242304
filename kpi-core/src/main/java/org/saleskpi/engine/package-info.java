/**
 * How answers are computed: facts sorted by their moments once, with running totals, so that a period is two searches and
 * a subtraction.
 *
 * <p>Start at {@link org.saleskpi.engine.Index}. This package is not exported, and knows no indicator by name.
 */
@NullMarked
package org.saleskpi.engine;

import org.jspecify.annotations.NullMarked;
