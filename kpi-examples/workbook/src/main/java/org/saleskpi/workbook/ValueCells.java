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

    private static final Cell NO_RATE = Cell.empty(Form.RATE);

    static ValueCells of(KpiValue<?> value) {
        Figure figure = Figure.of(value);
        Figure.Companions companions = figure.companions();
        return new ValueCells(
                cell(figure.value()),
                part(figure.numerator()),
                part(figure.denominator()),
                part(figure.open()),
                companions == null ? NO_RATE : new Cell(companions.decided(), Form.RATE),
                companions == null ? NO_RATE : new Cell(companions.ceiling(), Form.RATE),
                figure.median() == null ? Cell.empty(Form.DAYS) : cell(figure.median()));
    }

    /** What is reported, in one cell. */
    static Cell value(KpiValue<?> value) {
        return cell(Figure.of(value).value());
    }

    /** Spreadsheets have doubles only: whole numbers beyond 2^53 are rounded. */
    private static Cell cell(Figure.Measure measure) {
        return new Cell(measure.toDouble(), form(measure.unit()));
    }

    /** A part of a quotient: money, or a plain number. */
    private static Cell part(Figure.@Nullable Measure measure) {
        return measure == null
                ? Cell.empty(Form.COUNT)
                : new Cell(measure.toDouble(), measure.unit() == Unit.CURRENCY ? Form.MONEY : Form.COUNT);
    }

    private static Form form(Unit unit) {
        return switch (unit) {
            case COUNT -> Form.COUNT;
            case CURRENCY, CURRENCY_PER_DAY -> Form.MONEY;
            case DAYS -> Form.DAYS;
            case HOURS -> Form.HOURS;
            case RATE -> Form.RATE;
            case RATIO -> Form.RATIO;
            case SCORE -> Form.SCORE;
        };
    }

    /** What the numbers of an answer are in. */
    static String unit(KpiValue<?> value, Wording wording) {
        return wording.unit(Figure.of(value).value());
    }
}
