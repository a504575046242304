package org.saleskpi.spark;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesHistoryBuilder;
import org.saleskpi.time.SalesCalendar;

/** What the histories of all parts have in common, in a form that travels. */
final class PartTerms implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The business time zone. */
    private final ZoneId zone;

    /** The reporting currency. */
    private final CurrencyUnit currency;

    /** The name of the calendar: answers do not depend on its working days. */
    private final String calendar;

    /** The moment of the view. */
    private final @Nullable Instant asOf;

    /** The indicators. */
    private final PartCatalogue catalogue;

    private transient volatile @Nullable List<Indicator<?>> indicators;

    PartTerms(
            ZoneId zone,
            CurrencyUnit currency,
            SalesCalendar calendar,
            @Nullable Instant asOf,
            PartCatalogue catalogue) {
        this.zone = zone;
        this.currency = currency;
        this.calendar = calendar.toString();
        this.asOf = asOf;
        this.catalogue = catalogue;
    }

    ZoneId zone() {
        return zone;
    }

    SalesHistoryBuilder history() {
        return SalesHistory.builder(zone, currency).calendar(SalesCalendar.parse(calendar));
    }

    KpiCalculator calculator(SalesHistory history) {
        KpiCalculator all = catalogue.choose(KpiCalculator.builder(history)).build();
        return asOf == null ? all : all.asOf(asOf);
    }

    /** The indicators that are answered, found out once wherever this has travelled. */
    List<Indicator<?>> indicators() {
        List<Indicator<?>> known = indicators;
        if (known == null) {
            known = calculator(history().build()).indicators();
            indicators = known;
        }
        return known;
    }
}
