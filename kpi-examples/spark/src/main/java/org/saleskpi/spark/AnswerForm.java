package org.saleskpi.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.Additive;
import org.saleskpi.report.KpiBreakdown;
import org.saleskpi.report.KpiReport;
import org.saleskpi.report.KpiSeries;

/** How answers of one kind travel and add up: in their byte form. */
final class AnswerForm<A extends Additive<A>> implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    static final AnswerForm<KpiReport> REPORT = new AnswerForm<>(KpiReport::toBytes, KpiReport::fromBytes);
    static final AnswerForm<KpiSeries> SERIES = new AnswerForm<>(KpiSeries::toBytes, KpiSeries::fromBytes);
    static final AnswerForm<KpiBreakdown<KpiReport>> REPORTS_BY_GROUP =
            new AnswerForm<>(KpiBreakdown::toBytes, KpiBreakdown::reportsFromBytes);
    static final AnswerForm<KpiBreakdown<KpiSeries>> SERIES_BY_GROUP =
            new AnswerForm<>(KpiBreakdown::toBytes, KpiBreakdown::seriesFromBytes);

    private interface Writer<A> extends Serializable {
        byte[] write(A answer);
    }

    private interface Reader<A> extends Serializable {
        A read(byte[] bytes, Collection<? extends Indicator<?>> indicators);
    }

    /** Writes an answer. */
    private final Writer<A> writer;

    /** Reads an answer. */
    private final Reader<A> reader;

    private AnswerForm(Writer<A> writer, Reader<A> reader) {
        this.writer = writer;
        this.reader = reader;
    }

    byte[] write(A answer) {
        return writer.write(answer);
    }

    A read(byte[] bytes, Collection<? extends Indicator<?>> indicators) {
        return reader.read(bytes, indicators);
    }
}
