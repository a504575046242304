package org.saleskpi.workbook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.Question;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/**
 * A series a year before another one, piece by piece.
 *
 * @param reports the reports, each the counterpart of one
 * @param whole the report on all of their dates
 * @param recorded from when to when there are records: before, zeros would be made up; null without records
 */
record YearBefore(
        List<KpiReport> reports, KpiReport whole, @Nullable RecordedSpan recorded) {

    /** Asks for the year before a series; empty if nothing was recorded then, or if there were no such dates. */
    static Optional<YearBefore> of(Question question, CalendarUnit unit) {
        List<KpiReport> reports = question.yearBefore(question.dates(), unit);
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        DateRange dates = question.dates().aYearBefore(question.history().calendar());
        YearBefore before = new YearBefore(
                reports,
                question.during(dates).report(),
                question.history().recorded().orElse(null));
        return Optional.of(before).filter(year -> year.isOnRecord(year.whole));
    }

    /** Tells whether anything was recorded by the end of a report's period. */
    boolean isOnRecord(KpiReport report) {
        return recorded != null
                && recorded.first().isBefore(report.terms().period().endExclusive());
    }
}
