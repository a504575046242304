package org.saleskpi.workbook;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.joda.money.CurrencyUnit;
import org.saleskpi.output.wording.Wording;

/** The cell styles of one workbook, each made once. Its number formats are those that spreadsheets show in the reader's way. */
final class Styles {

    private static final byte[] INK = {(byte) 0x1F, (byte) 0x3A, (byte) 0x5F};
    private static final byte[] GREY = {(byte) 0x5F, (byte) 0x66, (byte) 0x70};
    private static final byte[] LINE = {(byte) 0xD0, (byte) 0xD7, (byte) 0xDE};
    private static final byte[] TOTAL_FILL = {(byte) 0xE8, (byte) 0xEE, (byte) 0xF4};
    private static final byte[] BAR = {(byte) 0xFF, (byte) 0x9C, (byte) 0xC2, (byte) 0xE5};
    private static final byte[] WHITE = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

    private final XSSFWorkbook workbook;
    private final String money;
    private final String days;
    private final String hours;
    private final String points;
    private final Map<Key, XSSFCellStyle> styles = new HashMap<>();

    private record Key(CellFormat format, CellRole role, boolean isRisky, boolean isLink) {}

    Styles(XSSFWorkbook workbook, CurrencyUnit currency, Wording wording) {
        this.workbook = workbook;
        this.money = money(currency, wording);
        this.days = "#,##0.0\\ \"" + wording.say("days.sign") + "\"";
        this.points = points(wording);
        this.hours = "#,##0.0\\ \"" + wording.say("hours.sign") + "\"";
        // The font of cells that have no style of their own.
        workbook.getFontAt(0).setFontName("Calibri");
    }

    private static String points(Wording wording) {
        return Stream.of("+0.0", "-0.0", "0.0")
                .map(number -> number + "\"" + wording.say("points", "") + "\"")
                .collect(Collectors.joining(";"));
    }

    private static String money(CurrencyUnit currency, Wording wording) {
        int decimals = currency.getDecimalPlaces();
        String number = "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
        String symbol = currency.getSymbol(wording.locale());
        if (!isBeforeAmounts(wording.language())) {
            return number + "\\ [$" + symbol + "]";
        }
        String space = Character.isLetter(symbol.codePointBefore(symbol.length())) ? "\\ " : "";
        return "[$" + symbol + "]" + space + number;
    }

    /** Whether a language writes a currency before its amounts. */
    private static boolean isBeforeAmounts(Locale language) {
        return NumberFormat.getCurrencyInstance(language) instanceof DecimalFormat format
                && format.toPattern().startsWith("¤");
    }

    /** The style of a cell. What would run as a formula if it were typed in stays text when it is edited. */
    CellStyle of(Cell cell, CellRole role) {
        boolean isRisky = cell.content() instanceof String text && isRisky(text);
        return styles.computeIfAbsent(new Key(cell.format(), role, isRisky, cell.link() != null), this::create);
    }

    private static boolean isRisky(String text) {
        return !text.isEmpty() && "=+-@＝＋－＠﹦﹢﹣﹫".indexOf(text.charAt(0)) >= 0;
    }

    private XSSFCellStyle create(Key key) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(format(key.format));
        style.setQuotePrefixed(key.isRisky);
        style.setWrapText(key.format == CellFormat.PROSE || isHeader(key.role));
        style.setVerticalAlignment(
                isHeader(key.role)
                        ? VerticalAlignment.CENTER
                        : key.format == CellFormat.PROSE ? VerticalAlignment.TOP : VerticalAlignment.BOTTOM);
        style.setFont(font(key.role, key.isLink));
        if (key.format.isText() && (key.role == CellRole.BODY || key.role == CellRole.TOTAL)) {
            // Text would touch the number before it.
            style.setAlignment(key.format == CellFormat.WORDS ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
            style.setIndention((short) 1);
        }
        switch (key.role) {
            case HEADER -> {
                fill(style, INK);
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setIndention((short) 1);
            }
            case NUMBER_HEADER -> {
                fill(style, INK);
                style.setAlignment(HorizontalAlignment.CENTER);
            }
            case BODY -> {
                style.setBorderBottom(BorderStyle.HAIR);
                style.setBottomBorderColor(color(LINE));
                style.setVerticalAlignment(VerticalAlignment.TOP);
            }
            case TOTAL -> {
                fill(style, TOTAL_FILL);
                style.setBorderTop(BorderStyle.MEDIUM);
                style.setTopBorderColor(color(INK));
            }
            case TERM -> style.setAlignment(HorizontalAlignment.LEFT);
            case TITLE, SECTION, LABEL, NOTE -> {}
        }
        return style;
    }

    private static boolean isHeader(CellRole role) {
        return role == CellRole.HEADER || role == CellRole.NUMBER_HEADER;
    }

    private short format(CellFormat format) {
        // The first two are known by number: spreadsheets show them as the reader's system writes dates.
        return switch (format) {
            case DATE -> 14;
            case MOMENT -> 22;
            case TEXT, PROSE, WORDS -> workbook.createDataFormat().getFormat("@");
            case COUNT -> workbook.createDataFormat().getFormat("#,##0");
            case MONEY -> workbook.createDataFormat().getFormat(money);
            case RATE -> workbook.createDataFormat().getFormat("0.0%");
            case RATIO -> workbook.createDataFormat().getFormat("#,##0.00");
            case DAYS -> workbook.createDataFormat().getFormat(days);
            case HOURS -> workbook.createDataFormat().getFormat(hours);
            case SCORE -> workbook.createDataFormat().getFormat("0.0");
            case CHANGE -> workbook.createDataFormat().getFormat("+0.0%;-0.0%;0.0%");
            case POINTS -> workbook.createDataFormat().getFormat(points);
        };
    }

    private final Map<FontKey, XSSFFont> fonts = new HashMap<>();

    private record FontKey(CellRole role, boolean isLink) {}

    private XSSFFont font(CellRole role, boolean isLink) {
        return fonts.computeIfAbsent(new FontKey(role, isLink), this::createFont);
    }

    private XSSFFont createFont(FontKey key) {
        CellRole role = key.role;
        XSSFFont font = workbook.createFont();
        if (key.isLink) {
            font.setUnderline(FontUnderline.SINGLE);
        }
        font.setFontName("Calibri");
        font.setFontHeightInPoints(
                switch (role) {
                    case TITLE -> (short) 16;
                    case SECTION -> (short) 13;
                    case LABEL, NOTE -> (short) 10;
                    case TERM, HEADER, NUMBER_HEADER, BODY, TOTAL -> (short) 11;
                });
        font.setBold(role == CellRole.TITLE || role == CellRole.SECTION || isHeader(role) || role == CellRole.TOTAL);
        switch (role) {
            case TITLE, SECTION -> font.setColor(color(INK));
            case LABEL, NOTE -> font.setColor(color(GREY));
            case HEADER, NUMBER_HEADER -> font.setColor(color(WHITE));
            case TERM, BODY, TOTAL -> {
                if (key.isLink) {
                    font.setColor(color(INK));
                }
            }
        }
        return font;
    }

    private static void fill(XSSFCellStyle style, byte[] rgb) {
        style.setFillForegroundColor(color(rgb));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    /** The colour of bars behind numbers, on which these can be read. */
    static XSSFColor bar() {
        return color(BAR);
    }

    private static XSSFColor color(byte[] rgb) {
        return new XSSFColor(rgb);
    }
}
