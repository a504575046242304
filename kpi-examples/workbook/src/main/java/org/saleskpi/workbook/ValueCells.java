package org.saleskpi.workbook;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Comparison;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.output.wording.Figure;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.Unit;

/**
 * An answer as cells: its value, and what it is made of. What does not apply is empty, and so is what is undefined.
 *
 * @param value what is reported
 * @param numerator what is divided
 * @param denominator what it is divided by
 * @param open how many cases are not settled
 * @param decided the rate among the settled cases
 * @param ceiling the rate if every open case succeeded
 * @param median the middle of the values
 */
record ValueCells(Cell value, Cell numerator, Cell denominator, Cell open, Cell decided, Cell ceiling, Cell median) {

    private static final Cell NO_RATE = Cell.empty(CellFormat.RATE);

    static ValueCells of(Indicator<?> indicator, KpiValue<?> value, ReportContext context) {
        Figure figure = Figure.of(value);
        Figure.RateParts rateParts = context.said().rateParts(indicator, value);
        return new ValueCells(
                value(indicator, value, context),
                part(figure.numerator()),
                part(figure.denominator()),
                part(figure.open()),
                rateParts == null ? NO_RATE : new Cell(rateParts.decided(), CellFormat.RATE),
                rateParts == null ? NO_RATE : new Cell(rateParts.ceiling(), CellFormat.RATE),
                figure.median() == null ? Cell.empty(CellFormat.DAYS) : cell(figure.median()));
    }

    /** What is reported, in one cell; nothing if it is no measure: charts take words for zeros. */
    static Cell value(Indicator<?> indicator, KpiValue<?> value, ReportContext context) {
        Cell cell = cell(Figure.of(value).value());
        return context.said().isMeasured(indicator, value) ? cell : cell.withoutContent();
    }

    /** What is reported, in one cell that no chart refers to; words if it is no measure. */
    static Cell valueOrWords(Indicator<?> indicator, KpiValue<?> value, ReportContext context) {
        return context.coverage().unmeasured(indicator, value).isPresent()
                ? new Cell(context.said().value(indicator, value), CellFormat.WORDS)
                : value(indicator, value, context);
    }

    /** How a number before compares: in percent of it, or in points. */
    static Cell change(Comparison comparison, Indicator<?> indicator, ReportContext context) {
        boolean isPoints = switch (indicator.unit()) {
            case RATE, SCORE -> true;
            case COUNT, CURRENCY, CURRENCY_PER_DAY, DAYS, HOURS, RATIO -> false;
        };
        CellFormat format = isPoints ? CellFormat.POINTS : CellFormat.CHANGE;
        if (context.said().change(comparison, indicator).isEmpty()) {
            return Cell.empty(format);
        }
        OptionalDouble change = comparison.change(indicator);
        boolean isRate = indicator.unit() == Unit.RATE;
        return Cell.number(isRate ? OptionalDouble.of(100 * change.orElseThrow()) : change, format);
    }

    /** A bound or a distance in the unit of an answer. */
    static Cell measure(@Nullable BigDecimal number, KpiValue<?> like) {
        return new Cell(
                number == null ? null : number.doubleValue(),
                format(Figure.of(like).value().unit()));
    }

    /** Spreadsheets have doubles only: whole numbers beyond 2^53 are rounded. */
    private static Cell cell(Figure.Measure measure) {
        return new Cell(measure.toDouble(), format(measure.unit()));
    }

    /** A part of a quotient: money, or a plain number. */
    private static Cell part(Figure.@Nullable Measure measure) {
        return measure == null
                ? Cell.empty(CellFormat.COUNT)
                : new Cell(measure.toDouble(), measure.unit() == Unit.CURRENCY ? CellFormat.MONEY : CellFormat.COUNT);
    }

    private static CellFormat format(Unit unit) {
        return switch (unit) {
            case COUNT -> CellFormat.COUNT;
            case CURRENCY, CURRENCY_PER_DAY -> CellFormat.MONEY;
            case DAYS -> CellFormat.DAYS;
            case HOURS -> CellFormat.HOURS;
            case RATE -> CellFormat.RATE;
            case RATIO -> CellFormat.RATIO;
            case SCORE -> CellFormat.SCORE;
        };
    }

    /** What the numbers of an answer are in. */
    static String unit(KpiValue<?> value, Wording wording) {
        return wording.unit(Figure.of(value).value());
    }
}
