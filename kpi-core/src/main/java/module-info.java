/**
 * Sales performance indicators from plain records: hand over calls, meetings, proposals, contracts, customers and survey
 * answers, and ask for any indicator over any period.
 *
 * <pre>{@code
 * import java.time.*;
 * import java.util.List;
 * import org.joda.money.*;
 * import org.saleskpi.*;
 * import org.saleskpi.indicator.*;
 * import org.saleskpi.report.*;
 * import org.saleskpi.sales.*;
 * import org.saleskpi.time.*;
 * import org.saleskpi.value.*;
 *
 * public class FirstNumbers {
 *     public static void main(String[] arguments) {
 *         Instant entered = Instant.parse("2026-03-02T09:00:00Z");
 *         Instant signed = Instant.parse("2026-03-27T16:00:00Z");
 *         SalesHistory history = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
 *                 .customers(List.of(
 *                         Customer.builder("c-1", entered).owner("alice").build(),
 *                         Customer.builder("c-2", entered).owner("bob").build()))
 *                 .contracts(List.of(Contract.builder("s-1", signed, Money.parse("EUR 12000.00"))
 *                         .customer("c-1").owner("alice").build()))
 *                 .build();
 *         KpiCalculator kpis = KpiCalculator.of(history); // keep it: it holds what was computed
 *         KpiQuery march = kpis.during(DateRange.month(2026, 3));
 *         Rate conversion = march.get(SalesIndicators.CONVERSION_RATE);
 *         System.out.println(conversion); // 1 of 2: 50.0 % so far, 100.0 % of the decided, at most 100.0 %
 *         for (KpiBreakdown.Group<KpiReport> rep : march.by(Dimension.OWNER).groups()) {
 *             System.out.println(rep.key() + ": " + rep.answers().get(SalesIndicators.REVENUE));
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>The way from records to numbers:
 *
 * <ol>
 *   <li><b>Facts.</b> Six kinds of immutable record: {@link org.saleskpi.sales.Customer}, {@link org.saleskpi.sales.Call},
 *       {@link org.saleskpi.sales.Meeting}, {@link org.saleskpi.sales.Proposal}, {@link org.saleskpi.sales.Contract} and
 *       {@link org.saleskpi.sales.Survey}. One that breaks a rule cannot be made.
 *   <li><b>History.</b> A {@link org.saleskpi.sales.SalesHistory} holds them together, in one time zone, one currency and one
 *       {@linkplain org.saleskpi.time.SalesCalendar calendar}, and checks them against each other. It is changed into another by
 *       {@link org.saleskpi.sales.SalesHistory#with with}, or kept live by {@link org.saleskpi.LiveSalesHistory}.
 *   <li><b>Calculator.</b> A {@link org.saleskpi.KpiCalculator} answers questions about one history, from any thread. Keep it.
 *   <li><b>Query.</b> A {@link org.saleskpi.KpiQuery} is a period, such as a {@link org.saleskpi.time.DateRange}, and perhaps a part
 *       of the history: in total, month by month, or group by group of a {@link org.saleskpi.indicator.Dimension}. What is asked for
 *       is in the catalogues, {@link org.saleskpi.indicator.SalesIndicators} and
 *       {@link org.saleskpi.indicator.IndicatorCatalogue}, or an {@link org.saleskpi.indicator.Indicator} of your own.
 *   <li><b>Report.</b> Answers come as {@link org.saleskpi.report.KpiReport}, {@link org.saleskpi.report.KpiSeries} and
 *       {@link org.saleskpi.report.KpiBreakdown}, or as an analysis, such as a {@link org.saleskpi.analysis.Funnel} or a
 *       {@link org.saleskpi.analysis.Comparison}.
 *   <li><b>Value.</b> Each answer is what its number is made of, such as a {@link org.saleskpi.value.Rate} or an
 *       {@link org.saleskpi.value.Amount}: it adds up with others, and is rounded only when it is
 *       {@linkplain org.saleskpi.value.KpiValue#format shown}.
 * </ol>
 *
 * <p>The examples speak of {@code history}, a made-up company that the artifact {@code org.saleskpi:kpi-sample} makes
 * ({@code new SampleCompany().history()}), and of {@code kpis}, its calculator. All of them are compiled and run by the build.
 * Guides, such as one about the library in a service, are on the pages of the project.
 *
 * <p>Everything public may be used by several threads at once, but builders, and what says otherwise. Null is refused wherever a
 * parameter is not {@code @Nullable}. What begins its description with <em>For engines</em> is for those who compute answers rather
 * than ask for them, and may change in any minor version.
 *
 * @since 0.1.0
 */
module org.saleskpi {
    requires com.google.common;
    requires transitive org.joda.money;
    requires static transitive org.jspecify;

    exports org.saleskpi;
    exports org.saleskpi.analysis;
    exports org.saleskpi.indicator;
    exports org.saleskpi.report;
    exports org.saleskpi.sales;
    exports org.saleskpi.time;
    exports org.saleskpi.value;
}
