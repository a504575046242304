package org.saleskpi.law;

import java.time.ZoneId;
import org.saleskpi.time.Period;

/** A period around the instants at which the calendar of a zone turns, clocks and skipped days included. */
record LocalPeriod(ZoneId zone, Period period) {}
