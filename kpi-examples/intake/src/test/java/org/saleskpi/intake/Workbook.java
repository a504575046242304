package org.saleskpi.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook that a test writes part by part, so that every kind of cell can be in it. */
public final class Workbook {

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final List<String> formats = new ArrayList<>();
    private final Map<Integer, String> merged = new HashMap<>();
    private boolean from1904;

    /** Creates a workbook without a sheet. */
    public Workbook() {}

    /** Adds a sheet. Its rows are XML, such as {@code <row r="1"><c t="inlineStr"><is><t>Id</t></is></c></row>}. */
    public Workbook sheet(String name, String... rows) {
        sheets.put(name, String.join("", rows));
        return this;
    }

    /** Adds a format of numbers; the first is the style 1 of cells. */
    public Workbook format(String code) {
        formats.add(code);
        return this;
    }

    /** Merges cells of the sheet that was added last, such as {@code A2:A3}. */
    public Workbook merge(String cells) {
        merged.merge(sheets.size(), "<mergeCell ref=\"" + cells + "\"/>", String::concat);
        return this;
    }

    public Workbook from1904() {
        from1904 = true;
        return this;
    }

    /** A row of cells, numbered from 1. A cell that is not XML is a text. */
    public static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String cell : cells) {
            row.append(cell.startsWith("<") ? cell : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    public static String number(String value) {
        return "<c><v>" + value + "</v></c>";
    }

    /** A number with one of the formats. */
    public static String number(String value, int style) {
        return "<c s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    public void write(Path file) {
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        StringBuilder parts = new StringBuilder();
        StringBuilder targets = new StringBuilder();
        StringBuilder names = new StringBuilder();
        Map<String, String> files = new LinkedHashMap<>();
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            String part = "worksheets/sheet" + number + ".xml";
            parts.append("<Override PartName=\"/xl/" + part + "\" ContentType=\"" + types + "worksheet+xml\"/>");
            targets.append("<Relationship Id=\"r" + number + "\" Type=\"" + relations + "/worksheet\" Target=\"" + part
                    + "\"/>");
            names.append(
                    "<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"r" + number + "\"/>");
            files.put(
                    "xl/" + part,
                    "<worksheet xmlns=\"" + main + "\"><sheetData>" + sheet.getValue() + "</sheetData>"
                            + (merged.containsKey(number) ? "<mergeCells>" + merged.get(number) + "</mergeCells>" : "")
                            + "</worksheet>");
        }
        StringBuilder codes = new StringBuilder();
        StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.size(); i++) {
            boolean isBuiltIn = formats.get(i).matches("[0-9]+");
            codes.append(
                    isBuiltIn ? "" : "<numFmt numFmtId=\"" + (164 + i) + "\" formatCode=\"" + formats.get(i) + "\"/>");
            styles.append("<xf numFmtId=\"" + (isBuiltIn ? formats.get(i) : String.valueOf(164 + i)) + "\"/>");
        }
        files.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/><Override"
                        + " PartName=\"/xl/styles.xml\" ContentType=\"" + types + "styles+xml\"/>" + parts
                        + "</Types>");
        files.put(
                "_rels/.rels",
                relationships("<Relationship Id=\"r1\" Type=\"" + relations
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        files.put(
                "xl/_rels/workbook.xml.rels",
                relationships(
                        targets + "<Relationship Id=\"s\" Type=\"" + relations + "/styles\" Target=\"styles.xml\"/>"));
        files.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations + "\"><workbookPr date1904=\"" + from1904
                        + "\"/><sheets>" + names + "</sheets></workbook>");
        files.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + main + "\"><numFmts>" + codes + "</numFmts><cellXfs>" + styles
                        + "</cellXfs></styleSheet>");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + part.getValue())
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String relationships(String all) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                + "</Relationships>";
    }
}
