package org.saleskpi.intake.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a workbook as texts that do not depend on how they are displayed: dates and times in ISO form, numbers in
 * plain decimals, formulas by the result that was saved. Not thread-safe.
 */
final class CellTexts {

    /** How many digits of a number a spreadsheet keeps. */
    static final int DIGITS = 15;

    /** Spreadsheets keep numbers from 1E-308 to 1E308. */
    private static final int BOUND = 320;

    private static final int MILLIS_OF_DAY = 86_400_000;

    /** The day after 9999-12-31, the last that a spreadsheet displays. */
    private static final BigDecimal END_OF_DAYS = new BigDecimal("2958466");

    // A month alone may be minutes, but either makes a number a date or time. Elapsed hours, as in [h]:mm, are an
    // amount.
    private static final Pattern NOT_DISPLAYED = Pattern.compile("\"[^\"]*\"|\\\\.|[_*].|\\[(?![hms]+\\])[^\\]]*\\]");
    private static final Pattern ELAPSED = Pattern.compile("\\[[hms]+\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRACTION_OF_SECOND = Pattern.compile("s\\.0+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGIT = Pattern.compile("[0#?]");
    private static final Pattern DATE_OR_TIME = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("[hs]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("[yd]", Pattern.CASE_INSENSITIVE);

    /** What a number is displayed as. */
    private enum NumberKind {
        NUMBER,
        DATE,
        TIME,
        DATE_AND_TIME
    }

    private final LocalDate dayZero;
    private final Map<String, NumberKind> kinds = new HashMap<>();

    /**
     * Creates a reader.
     *
     * @param from1904 whether the days of the workbook are counted from 1904
     */
    CellTexts(boolean from1904) {
        // Day 60 is a 29 February 1900 that never was; every later day is right with this one as the zeroth.
        this.dayZero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    /** The text of a cell; null when it is empty. */
    @Nullable
    String text(@Nullable Cell cell) {
        Object value = cell == null ? null : cell.getValue();
        if (cell == null || value == null) {
            return null;
        }
        if (value instanceof BigDecimal number) {
            return isInBounds(number) ? number(number, kind(cell)) : number.toString();
        }
        String text = CleanText.of(value.toString());
        return text.isEmpty() ? null : text;
    }

    /** Whether a cell is a number, and not displayed as a date or time. */
    boolean isNumber(@Nullable Cell cell) {
        return cell != null && cell.getValue() instanceof BigDecimal && kind(cell) == NumberKind.NUMBER;
    }

    /** Whether a cell is a number that was longer than a spreadsheet can keep. */
    static boolean hasLostDigits(@Nullable Cell cell) {
        return cell != null
                && cell.getValue() instanceof BigDecimal number
                && number.signum() != 0
                && number.precision() - number.scale() > DIGITS;
    }

    /** Whether a cell holds a number that no spreadsheet could have: written in full, it would fill the memory. */
    static boolean isBeyondBounds(@Nullable Cell cell) {
        return cell != null && cell.getValue() instanceof BigDecimal number && !isInBounds(number);
    }

    private static boolean isInBounds(BigDecimal number) {
        return number.signum() == 0
                ? Math.abs((long) number.scale()) <= BOUND
                : Math.abs((long) number.precision() - number.scale()) <= BOUND;
    }

    /** Whether a cell is an error, or was no value of its type. */
    static boolean isError(@Nullable Cell cell) {
        return cell != null
                && (cell.getType() == CellType.ERROR
                        || (cell.getValue() instanceof String text && SpreadsheetDamage.isError(text)));
    }

    /** Whether a cell is a formula without a result: it was never calculated, or came to an empty text. */
    static boolean isFormulaOfNothing(@Nullable Cell cell) {
        return cell != null && cell.getType() == CellType.FORMULA && cell.getValue() == null;
    }

    /** A cell as it is saved, for messages. */
    static String asSaved(@Nullable Cell cell) {
        Object value = cell == null ? null : cell.getValue();
        if (value instanceof BigDecimal number) {
            return isInBounds(number) ? number.toPlainString() : number.toString();
        }
        return String.valueOf(value == null && cell != null ? cell.getRawValue() : value);
    }

    private String number(BigDecimal number, NumberKind kind) {
        if (kind == NumberKind.NUMBER || !isDay(number)) {
            // What lies beyond the digits that are kept comes from computing in binary: 0.1 + 0.2 is
            // 0.30000000000000004.
            BigDecimal kept = number.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
            return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
        }
        BigDecimal millis = number.multiply(BigDecimal.valueOf(MILLIS_OF_DAY)).setScale(0, RoundingMode.HALF_EVEN);
        long day = millis.longValueExact() / MILLIS_OF_DAY;
        int millisOfDay = (int) (millis.longValueExact() % MILLIS_OF_DAY);
        LocalTime time = LocalTime.ofNanoOfDay(millisOfDay * 1_000_000L);
        if (kind == NumberKind.TIME && day == 0) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }
        LocalDateTime moment = dayZero.plusDays(day).atTime(time);
        return kind == NumberKind.DATE && millisOfDay == 0
                ? DateTimeFormatter.ISO_LOCAL_DATE.format(moment)
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
    }

    private static boolean isDay(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(END_OF_DAYS) < 0;
    }

    private NumberKind kind(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return NumberKind.DATE; // Formats that East Asian systems have built in.
        }
        return format == null ? NumberKind.NUMBER : kinds.computeIfAbsent(format, CellTexts::kind);
    }

    /** What numbers of a format are displayed as, such as {@code dd/mm/yyyy hh:mm;@} or {@code #,##0.00}. */
    private static NumberKind kind(String format) {
        String displayed = NOT_DISPLAYED.matcher(format).replaceAll("");
        int end = displayed.indexOf(';');
        displayed = FRACTION_OF_SECOND
                .matcher(end < 0 ? displayed : displayed.substring(0, end))
                .replaceAll("s");
        if (ELAPSED.matcher(displayed).find()
                || DIGIT.matcher(displayed).find()
                || !DATE_OR_TIME.matcher(displayed).find()) {
            return NumberKind.NUMBER;
        }
        boolean hasTime = TIME.matcher(displayed).find();
        boolean hasDate = DATE.matcher(displayed).find();
        return !hasTime ? NumberKind.DATE : hasDate ? NumberKind.DATE_AND_TIME : NumberKind.TIME;
    }
}
