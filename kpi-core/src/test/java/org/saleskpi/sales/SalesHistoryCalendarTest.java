package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.time.SalesCalendar;

class SalesHistoryCalendarTest {

    /** The last evening of March in New York, when it is April in Paris. */
    private static final Instant EVENING = Instant.parse("2026-04-01T02:30:00Z");

    private static SalesHistoryBuilder in(String zone) {
        return SalesHistory.builder(ZoneId.of(zone), CurrencyUnit.USD);
    }

    @Test
    void theCalendarIsTheCommonOneUnlessGiven() {
        SalesHistory history = in("Europe/Paris").build();

        assertThat(history.calendar()).isSameAs(SalesCalendar.iso());
        assertThat(history.asOf(EVENING).calendar()).isSameAs(history.calendar());
        assertThat(in("Europe/Paris").calendar(SalesCalendar.iso()).build().calendar())
                .isSameAs(SalesCalendar.iso());
    }

    @Test
    void todayIsTheDateOfTheBusinessWhateverTheZoneOfTheClock() {
        SalesHistory newYork = in("America/New_York").build();

        assertThat(newYork.today(Clock.fixed(EVENING, ZoneOffset.UTC))).isEqualTo("2026-03-31");
        assertThat(newYork.today(Clock.fixed(EVENING, ZoneId.of("Asia/Tokyo")))).isEqualTo("2026-03-31");
        assertThat(newYork.today(() -> EVENING)).isEqualTo("2026-03-31");
        assertThat(in("Europe/Paris").build().today(() -> EVENING)).isEqualTo("2026-04-01");
    }

    @Test
    @SuppressWarnings("NullAway")
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> in("UTC").calendar(null))
                .withMessage("calendar");
        assertThatNullPointerException()
                .isThrownBy(() -> in("UTC").build().today(null))
                .withMessage("clock");
    }
}
