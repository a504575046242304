package org.saleskpi.workbook;

import org.jspecify.annotations.Nullable;
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

    static ValueCells of(KpiValue<?> value) {
        Figure figure = Figure.of(value);
        Figure.RateParts rateParts = figure.rateParts();
        return new ValueCells(
                cell(figure.value()),
                part(figure.numerator()),
                part(figure.denominator()),
                part(figure.open()),
                rateParts == null ? NO_RATE : new Cell(rateParts.decided(), CellFormat.RATE),
                rateParts == null ? NO_RATE : new Cell(rateParts.ceiling(), CellFormat.RATE),
                figure.median() == null ? Cell.empty(CellFormat.DAYS) : cell(figure.median()));
    }

    /** What is reported, in one cell. */
    static Cell value(KpiValue<?> value) {
        return cell(Figure.of(value).value());
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
