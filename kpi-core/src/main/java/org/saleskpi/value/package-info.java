/**
 * Answers: what an indicator's number is made of, so that answers add up.
 *
 * <p>A {@link org.saleskpi.value.Rate} holds hits, misses and open cases rather than a percentage, a
 * {@link org.saleskpi.value.MeanAmount} its total and count, {@link org.saleskpi.value.Days} every value. Two answers of
 * one kind are therefore merged exactly, and taken apart again, with {@link org.saleskpi.value.KpiValue#plus plus} and
 * {@link org.saleskpi.value.KpiValue#minus minus}. Rounding happens only when a value is shown, and a number that does
 * not exist is an empty optional.
 */
@NullMarked
package org.saleskpi.value;

import org.jspecify.annotations.NullMarked;
