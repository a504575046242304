package org.saleskpi.workbook;

import java.util.List;
import java.util.Optional;
import org.saleskpi.output.Question;
import org.saleskpi.report.KpiReport;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/**
 * A series a year before another one, piece by piece.
 *
 * @param reports the reports, each the counterpart of one
 * @param whole the report on all of their dates
 */
record YearBefore(List<KpiReport> reports, KpiReport whole) {

    /** Asks for the year before a series; empty if nothing was recorded then, or if there were no such dates. */
    static Optional<YearBefore> of(ReportContext context, CalendarUnit unit) {
        Question question = context.question();
        List<KpiReport> reports = question.yearBefore(question.dates(), unit);
        if (reports.isEmpty()) {
            return Optional.empty();
        }
        DateRange dates = question.dates().aYearBefore(question.history().calendar());
        return Optional.of(new YearBefore(reports, question.during(dates).report()))
                .filter(year -> context.coverage().isKnown(year.whole.terms().period()));
    }
}
