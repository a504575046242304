package org.saleskpi.law;

import java.time.ZoneId;
import org.saleskpi.time.InstantRange;

/** A period around the instants at which the calendar of a zone turns, clocks and skipped days included. */
record LocalPeriod(ZoneId zone, InstantRange period) {}
