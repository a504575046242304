package org.saleskpi.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.joda.money.CurrencyUnit;
import org.saleskpi.output.wording.Wording;

/** A workbook in the making. Rows go to the disk as they are written, so that it may be larger than the memory. */
final class WorkbookBuilder implements AutoCloseable {

    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    /** Spreadsheets take this for a character written by its number. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final RepeatableWorkbook workbook = new RepeatableWorkbook();
    private final Styles styles;

    WorkbookBuilder(String title, CurrencyUnit currency, Wording wording) {
        styles = new Styles(workbook.getXSSFWorkbook(), currency, wording);
        POIXMLProperties properties = workbook.getXSSFWorkbook().getProperties();
        properties.getCoreProperties().setTitle(title);
        properties.getCoreProperties().setCreator("saleskpi");
        // When it was written would make other bytes of the same answers.
        properties.getCoreProperties().setCreated(Optional.empty());
        properties.getExtendedProperties().setApplication("saleskpi");
    }

    /** Adds a sheet, which prints on pages as wide as itself. */
    SXSSFSheet sheet(String name) {
        SXSSFSheet sheet = workbook.createSheet(name);
        sheet.setDisplayGridlines(false);
        sheet.setAutobreaks(true);
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P / &N");
        return sheet;
    }

    /** What a sheet holds beside its rows: tables and charts. */
    XSSFSheet xssfSheet(SXSSFSheet sheet) {
        return workbook.getXSSFWorkbook().getSheet(sheet.getSheetName());
    }

    /** Writes a cell. */
    SXSSFCell put(SXSSFRow row, int column, Cell content, CellRole role) throws IOException {
        SXSSFCell cell = row.createCell(column);
        cell.setCellStyle(styles.of(content, role));
        Object value = content.content();
        if (value instanceof String text) {
            cell.setCellValue(escaped(text));
        } else if (value instanceof Double number) {
            cell.setCellValue(number);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value instanceof LocalDateTime moment) {
            cell.setCellValue(moment);
        }
        String link = content.link();
        if (link != null) {
            Hyperlink hyperlink = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            hyperlink.setAddress(link);
            cell.setHyperlink(hyperlink);
        }
        return cell;
    }

    /** Text such that spreadsheets show it as it is. */
    static String escaped(String text) throws IOException {
        String escaped = ESCAPE.matcher(text).replaceAll("_x005F_");
        if (escaped.length() > LONGEST_TEXT) {
            throw new TooLargeException("a cell would hold " + text.length() + " characters beginning with \""
                    + text.substring(0, text.offsetByCodePoints(0, 20)) + "\", and a workbook holds at most "
                    + LONGEST_TEXT);
        }
        return escaped;
    }

    void writeTo(OutputStream out) throws IOException {
        workbook.write(out);
    }

    /** Deletes the rows from the disk. */
    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
