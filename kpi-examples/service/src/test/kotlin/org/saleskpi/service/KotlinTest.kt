package org.saleskpi.service

import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import org.joda.money.CurrencyUnit
import org.joda.money.Money
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import org.saleskpi.KpiCalculator
import org.saleskpi.indicator.Dimension
import org.saleskpi.indicator.Indicator
import org.saleskpi.indicator.SalesIndicators.CALL_SUCCESS_RATE
import org.saleskpi.indicator.SalesIndicators.REVENUE
import org.saleskpi.indicator.SalesPopulations.PROSPECTING_CALLS
import org.saleskpi.sales.Call
import org.saleskpi.sales.Contract
import org.saleskpi.sales.Customer
import org.saleskpi.sales.SalesHistory
import org.saleskpi.time.CalendarUnit
import org.saleskpi.time.DateRange
import org.saleskpi.value.Amount
import org.saleskpi.value.Count
import org.saleskpi.value.Rate

/** The library in Kotlin: a row of another program, the records made of it, and what is asked of them. */
class KotlinTest {

    data class Deal(val id: Long, val rep: String?, val company: Long, val signed: LocalDate, val euros: Long)

    private val builder = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)

    private fun Deal.record() =
        Contract.builder("d-$id", builder.startOf(signed), Money.of(CurrencyUnit.EUR, euros.toBigDecimal()))
            .customer("c-$company")
            .owner(rep)

    private val kpis: KpiCalculator by lazy {
        builder.add(Customer.builder("c-1", Instant.parse("2026-01-05T08:00:00Z")).owner("zoe"))
        listOf(Call.Outcome.NO_ANSWER, Call.Outcome.DISCUSSION, null).forEachIndexed { i, outcome ->
            builder.add(Call.builder("k-$i", Instant.parse("2026-02-0${i + 1}T09:30:00Z")).customer("c-1").outcome(outcome))
        }
        listOf(
            Deal(1, "alice", 1, LocalDate.of(2026, 3, 1), 1_000),
            Deal(2, null, 1, LocalDate.of(2026, 3, 31), 500),
        ).forEach { builder.add(it.record()) }
        KpiCalculator.of(builder.build())
    }

    @Test
    fun indicatorsAreAskedForByName() {
        val report = kpis.during(DateRange.quarter(2026, 1)).report()
        val revenue: Amount = report[REVENUE]
        val calls: Rate = report[CALL_SUCCESS_RATE]

        assertEquals("EUR 1500.00", revenue.toString())
        assertEquals(Rate(1, 1, 1), calls)
    }

    @Test
    fun periodsAreListsAndGroupsAreMaps() {
        val quarter = kpis.during(DateRange.quarter(2026, 1))
        val months = quarter.every(CalendarUnit.MONTH)[REVENUE].map { it.money().amountMinorLong }
        val byRep = quarter.by(Dimension.OWNER)[REVENUE].entries.associate { (rep, revenue) -> "$rep" to revenue.money().amountMinorInt }

        assertEquals(listOf(0L, 0L, 150_000L), months)
        // What has no rep of its own goes by that of its customer.
        assertEquals(mapOf("alice" to 100_000, "zoe" to 50_000), byRep)
        assertNull(kpis.history().calls().single { it.isUnrecorded }.outcome())
    }

    @Test
    fun anIndicatorOfYourOwnIsALambda() {
        val unrecorded: Indicator<Count> = Indicator.count("unrecorded-calls", PROSPECTING_CALLS.where { it.isUnrecorded })

        assertEquals(Count.of(1), kpis.during(DateRange.year(2026)).get(unrecorded))
    }
}
