package org.saleskpi.sales;

import org.saleskpi.time.SalesCalendar;

/**
 * What a history was begun with, before any record.
 *
 * @param reporting the reporting currency, with the zone and the exchange rates
 * @param calendar whose units reports follow
 * @param isLenient whether records that do not fit are set aside, instead of refused
 */
record HistoryTerms(ReportingCurrency reporting, SalesCalendar calendar, boolean isLenient) {}
