package org.saleskpi.spark;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.report.Additive;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;
import org.saleskpi.time.SalesCalendar;

/**
 * Answers indicators over tables that are too large for one machine, exactly as one machine would.
 *
 * <pre>{@code
 * ClusterKpis kpis = ClusterKpis.builder(
 *                 SalesTables.parquet(spark, "hdfs:///sales"), ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
 *         .partitions(2_000)
 *         .build();
 * KpiBreakdown<KpiSeries> monthsByRep = kpis.seriesByGroup(
 *                 part -> part.during(DateRange.year(2026)).by(Dimension.OWNER, CalendarUnit.MONTH))
 *         .answer();
 * }</pre>
 *
 * <p>The rows of each customer go to one part. A part is an ordinary history, of which an ordinary calculator answers the
 * question; what the parts answer travels in its byte form and is added up. A fact that belongs to no customer may go anywhere:
 * such facts are spread by their ids. Before that, ids are looked for that records of different customers share, which are bad as
 * in any history, and which no part can see: that costs a pass over the tables of its own.
 *
 * <p>Immutable and thread-safe. Nothing is read until a question is asked, and each question reads all tables.
 */
public final class ClusterKpis {

    private final SalesTables tables;
    private final PartTerms terms;
    private final int partitions;
    private final boolean isLenient;
    private final boolean hasUniqueIds;

    private ClusterKpis(Builder builder) {
        this.tables = builder.tables;
        this.terms = new PartTerms(builder.zone, builder.currency, builder.calendar, builder.asOf, builder.catalogue);
        this.partitions = builder.partitions;
        this.isLenient = builder.isLenient;
        this.hasUniqueIds = builder.hasUniqueIds;
    }

    /**
     * Begins the terms of answers.
     *
     * @param tables the tables
     * @param zone the business time zone, in which local times and dates of the tables are read too
     * @param currency the reporting currency
     * @return a builder
     */
    public static Builder builder(SalesTables tables, ZoneId zone, CurrencyUnit currency) {
        return new Builder(tables, zone, currency);
    }

    /** Collects the terms of answers. Not thread-safe. */
    public static final class Builder {

        private final SalesTables tables;
        private final ZoneId zone;
        private final CurrencyUnit currency;
        private SalesCalendar calendar = SalesCalendar.iso();
        private @Nullable Instant asOf;
        private PartCatalogue catalogue = PartCatalogue.STANDARD;
        private int partitions;
        private boolean isLenient;
        private boolean hasUniqueIds;

        private Builder(SalesTables tables, ZoneId zone, CurrencyUnit currency) {
            this.tables = requireNonNull(tables, "tables");
            this.zone = requireNonNull(zone, "zone");
            this.currency = requireNonNull(currency, "currency");
        }

        /**
         * Gives the calendar whose units reports follow: {@link SalesCalendar#iso} by default.
         *
         * @param calendar the calendar
         * @return this builder
         */
        public Builder calendar(SalesCalendar calendar) {
            this.calendar = requireNonNull(calendar, "calendar");
            return this;
        }

        /**
         * Asks for answers as things were known just before a moment, as {@code KpiCalculator.asOf} does.
         *
         * @param moment the moment
         * @return this builder
         */
        public Builder asOf(Instant moment) {
            this.asOf = requireNonNull(moment, "moment");
            return this;
        }

        /**
         * Chooses the indicators: the standard catalogue by default.
         *
         * @param catalogue what chooses them, wherever a part is
         * @return this builder
         */
        public Builder catalogue(PartCatalogue catalogue) {
            this.catalogue = requireNonNull(catalogue, "catalogue");
            return this;
        }

        /**
         * Says into how many parts the rows are split: by default as many as {@code spark.sql.shuffle.partitions} says. A part is
         * read by one task, and must fit in its memory with some 600 bytes a row.
         *
         * @param partitions how many parts
         * @return this builder
         * @throws IllegalArgumentException if there are none
         */
        public Builder partitions(int partitions) {
            checkArgument(partitions > 0, "partitions: %s is not positive", partitions);
            this.partitions = partitions;
            return this;
        }

        /**
         * Asks for bad records to be set aside and told, instead of failing.
         *
         * @return this builder
         */
        public Builder lenient() {
            this.isLenient = true;
            return this;
        }

        /**
         * Vouches that no two records of a kind have one id, which spares the pass that looks for such. Where it is not true,
         * records of one id that belong to different customers all count.
         *
         * @return this builder
         */
        public Builder idsAreUnique() {
            this.hasUniqueIds = true;
            return this;
        }

        /**
         * Completes the terms.
         *
         * @return what answers on these terms
         */
        public ClusterKpis build() {
            return new ClusterKpis(this);
        }
    }

    /**
     * Asks for a report.
     *
     * @param question the question, such as {@code part -> part.during(DateRange.month(2026, 3)).report()}
     * @return the report over all parts
     * @throws InvalidTablesException if the tables cannot be read, or records are bad and are not to be set aside
     * @throws ArithmeticException if a sum is too large to represent
     */
    public ClusterAnswer<KpiReport> report(PartQuestion<KpiReport> question) {
        return ask(question, AnswerForm.REPORT);
    }

    /**
     * Asks for reports on consecutive periods.
     *
     * @param question the question, such as {@code part -> part.during(DateRange.year(2026)).every(CalendarUnit.MONTH)}
     * @return the series over all parts
     * @throws InvalidTablesException if the tables cannot be read, or records are bad and are not to be set aside
     * @throws ArithmeticException if a sum is too large to represent
     */
    public ClusterAnswer<KpiSeries> series(PartQuestion<KpiSeries> question) {
        return ask(question, AnswerForm.SERIES);
    }

    /**
     * Asks for reports by group.
     *
     * @param question the question, such as {@code part -> part.during(DateRange.year(2026)).by(Dimension.OWNER)}
     * @return the breakdown over all parts, with the groups of each
     * @throws InvalidTablesException if the tables cannot be read, or records are bad and are not to be set aside
     * @throws ArithmeticException if a sum is too large to represent
     */
    public ClusterAnswer<KpiBreakdown<KpiReport>> reportsByGroup(PartQuestion<KpiBreakdown<KpiReport>> question) {
        return ask(question, AnswerForm.REPORTS_BY_GROUP);
    }

    /**
     * Asks for reports on consecutive periods by group.
     *
     * @param question the question, such as
     *     {@code part -> part.during(DateRange.year(2026)).by(Dimension.OWNER, CalendarUnit.MONTH)}
     * @return the breakdown over all parts, with the groups of each
     * @throws InvalidTablesException if the tables cannot be read, or records are bad and are not to be set aside
     * @throws ArithmeticException if a sum is too large to represent
     */
    public ClusterAnswer<KpiBreakdown<KpiSeries>> seriesByGroup(PartQuestion<KpiBreakdown<KpiSeries>> question) {
        return ask(question, AnswerForm.SERIES_BY_GROUP);
    }

    private <A extends Additive<A>> ClusterAnswer<A> ask(PartQuestion<A> question, AnswerForm<A> form) {
        requireNonNull(question, "question");
        PartResult<A> result = new Asking<>(tables, terms, partitions, hasUniqueIds, question, form).result();
        A answer = result.answer();
        if (answer == null || (!isLenient && result.problemCount() > 0)) {
            throw new InvalidTablesException(result.problems(), result.problemCount());
        }
        if (!isLenient && !result.doubts().isEmpty()) {
            throw new InvalidTablesException(result.doubts(), result.doubts().size());
        }
        return new ClusterAnswer<>(
                answer,
                result.setAside(),
                result.problems(),
                result.problemCount(),
                result.doubts(),
                result.parts(),
                result.rows(),
                result.rowsOfLargest());
    }
}
