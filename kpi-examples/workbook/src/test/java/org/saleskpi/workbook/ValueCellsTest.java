package org.saleskpi.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.KpiCalculator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.output.OneOfEachKind;
import org.saleskpi.output.Question;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;
import org.saleskpi.value.KpiValue;

final class ValueCellsTest {

    private static final ReportContext CONTEXT = ReportContext.of(Question.of(
            KpiCalculator.of(
                    SalesHistory.builder(ZoneOffset.UTC, CurrencyUnit.EUR).build()),
            DateRange.year(2026)));

    private static ValueCells defined(String kind) {
        return ValueCells.of(SalesIndicators.REVENUE, value(kind), CONTEXT);
    }

    private static KpiValue<?> value(String kind) {
        return Objects.requireNonNull(OneOfEachKind.defined().get(kind), kind);
    }

    private static Cell cell(@Nullable Double number, CellFormat format) {
        return new Cell(number, format);
    }

    @Test
    void aRateOfAmountsIsOfMoney() {
        ValueCells cells = defined("rate-of-amounts");
        assertThat(cells.value()).isEqualTo(cell(0.5, CellFormat.RATE));
        assertThat(cells.numerator()).isEqualTo(cell(9000.0, CellFormat.MONEY));
        assertThat(cells.denominator()).isEqualTo(cell(18000.0, CellFormat.MONEY));
        assertThat(cells.open()).isEqualTo(cell(6000.0, CellFormat.MONEY));
        assertThat(cells.decided()).isEqualTo(cell(0.75, CellFormat.RATE));
        assertThat(cells.ceiling()).isEqualTo(cell(15.0 / 18, CellFormat.RATE));
        assertThat(cells.median()).isEqualTo(cell(null, CellFormat.DAYS));
    }

    @Test
    void aRatioOfAmountsIsOfMoney() {
        ValueCells cells = defined("ratio-of-amounts");
        assertThat(cells.value()).isEqualTo(cell(1.05, CellFormat.RATIO));
        assertThat(cells.numerator()).isEqualTo(cell(10500.0, CellFormat.MONEY));
        assertThat(cells.denominator()).isEqualTo(cell(10000.0, CellFormat.MONEY));
        assertThat(cells.open()).isEqualTo(cell(null, CellFormat.COUNT));
    }

    @Test
    void aScoreIsWhatPromotersAreMoreThanDetractors() {
        ValueCells cells = defined("score");
        assertThat(cells.value()).isEqualTo(cell(60.0, CellFormat.SCORE));
        assertThat(cells.numerator()).isEqualTo(cell(6.0, CellFormat.COUNT));
        assertThat(cells.denominator()).isEqualTo(cell(10.0, CellFormat.COUNT));
    }

    @Test
    void waitsHaveAMedianAndOpenOnes() {
        ValueCells cells = defined("waits");
        assertThat(cells.value()).isEqualTo(cell(10.0, CellFormat.HOURS));
        assertThat(cells.numerator()).isEqualTo(cell(90.0, CellFormat.COUNT));
        assertThat(cells.denominator()).isEqualTo(cell(9.0, CellFormat.COUNT));
        assertThat(cells.open()).isEqualTo(cell(3.0, CellFormat.COUNT));
        assertThat(cells.median()).isEqualTo(cell(4.0, CellFormat.HOURS));
    }

    @Test
    void whatIsUndefinedIsEmpty() {
        assertThat(OneOfEachKind.undefined().values())
                .allSatisfy(value -> assertThat(ValueCells.value(SalesIndicators.REVENUE, value, CONTEXT)
                                .content())
                        .isNull());
    }

    @Test
    void unitsAreNamed() {
        Wording wording = new Wording(Locale.UK);
        assertThat(OneOfEachKind.defined().values().stream()
                        .map(value -> ValueCells.unit(value, wording))
                        .toList())
                .containsExactly(
                        "count", "EUR", "EUR", "days", "hours", "%", "%", "ratio", "ratio", "points", "EUR a day");
    }
}
