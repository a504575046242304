package org.saleskpi.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;

/** Answers that are there already are written as those to the same question. */
class WritersOfAnswersTest {

    private static final DateRange QUARTER = DateRange.quarter(2026, 1);

    private final KpiCalculator kpis =
            KpiCalculator.of(SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
                    .calls(List.of(
                            Call.builder("k-1", Instant.parse("2026-02-02T09:30:00Z"))
                                    .owner("alice")
                                    .build(),
                            Call.builder("k-2", Instant.parse("2026-03-02T09:30:00Z"))
                                    .outcome(Call.Outcome.DISCUSSION)
                                    .build()))
                    .build());
    private final Question question = Question.of(kpis, QUARTER);
    private final Answers series = Answers.of(kpis.during(QUARTER).every(CalendarUnit.MONTH));
    private final Answers groups = Answers.of(kpis.during(QUARTER).by(Dimension.OWNER));

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static String text(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void asJson() throws Exception {
        JsonReport json = new JsonReport();

        assertThat(text(out -> json.write(series, out)))
                .contains("\"series\"")
                .isEqualTo(text(out -> json.write(question.every(CalendarUnit.MONTH), out)));
        assertThat(text(out -> json.write(groups, out)))
                .contains("\"alice\"")
                .isEqualTo(text(out -> json.write(question.by(Dimension.OWNER), out)));
    }

    @Test
    void asCsv() throws Exception {
        TidyCsv csv = new TidyCsv(CsvDialect.STANDARD);

        assertThat(text(out -> csv.write(series, out)))
                .contains("2026-03-01")
                .isEqualTo(text(out -> csv.write(question.every(CalendarUnit.MONTH), out)));
        assertThat(text(out -> csv.write(groups, out)))
                .contains("alice")
                .isEqualTo(text(out -> csv.write(question.by(Dimension.OWNER), out)));
    }

    @Test
    void asParquet() throws Exception {
        assumeTrue(ParquetReport.isAvailable(), "Skipped: this needs the DuckDB driver");
        ParquetReport parquet = new ParquetReport();

        assertThat(text(out -> parquet.write(groups, out)))
                .startsWith("PAR1")
                .isEqualTo(text(out -> parquet.write(question.by(Dimension.OWNER), out)));
    }
}
