package org.saleskpi.cli.output.workbook;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.saleskpi.KpiQuery;
import org.saleskpi.cli.output.Question;
import org.saleskpi.cli.output.ReferenceDates;
import org.saleskpi.report.KpiReport;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.CustomerJourney;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/**
 * A series a year before another one, piece by piece.
 *
 * @param reports the reports, each the counterpart of one
 * @param whole the report on all of their dates
 * @param firstRecord when the facts begin: before it, zeros would be made up
 */
record YearBefore(List<KpiReport> reports, KpiReport whole, Instant firstRecord) {

    /** Asks for the year before a series; empty if nothing was recorded then, or if there were no such dates. */
    static Optional<YearBefore> of(Question question, CalendarUnit unit, int pieces) {
        Optional<Instant> firstRecord = firstRecord(question.history());
        if (firstRecord.isEmpty()) {
            return Optional.empty();
        }
        try {
            DateRange dates = ReferenceDates.aYearBefore(question.dates(), unit);
            KpiQuery query = question.during(dates);
            YearBefore before = new YearBefore(query.every(unit).reports(), query.report(), firstRecord.get());
            // A day that the zone skipped in one year only leaves no counterparts.
            return before.reports.size() == pieces && before.isOnRecord(before.whole)
                    ? Optional.of(before)
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            // The calendar, or the zone, has no such dates.
            return Optional.empty();
        }
    }

    private static Optional<Instant> firstRecord(SalesHistory history) {
        return Stream.of(
                        history.journeys().stream().map(CustomerJourney::entry),
                        history.calls().stream().limit(1).map(Call::at),
                        history.meetings().stream().limit(1).map(Meeting::at),
                        history.proposals().stream().limit(1).map(Proposal::sentAt),
                        history.contracts().stream().limit(1).map(Contract::signedAt),
                        history.surveys().stream().limit(1).map(Survey::at))
                .flatMap(moments -> moments)
                .min(Comparator.naturalOrder());
    }

    /** Tells whether anything was recorded by the end of a report's period. */
    boolean isOnRecord(KpiReport report) {
        return report.terms().period().endExclusive().isAfter(firstRecord);
    }
}
