/**
 * Periods: {@link org.saleskpi.time.DateRange} in calendar dates, {@link org.saleskpi.time.InstantRange} in instants, and the
 * {@link org.saleskpi.time.SalesCalendar calendar} that cuts them into days, weeks, months, quarters and years: those of
 * everybody, of a fiscal year, or of a retail year.
 *
 * <p>Every span is half-open: its start belongs to it, its end does not, so spans that follow one another share nothing
 * and leave nothing out. Start at {@link org.saleskpi.time.DateRange}.
 */
@NullMarked
package org.saleskpi.time;

import org.jspecify.annotations.NullMarked;
