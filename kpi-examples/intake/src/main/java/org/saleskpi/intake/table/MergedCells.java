package org.saleskpi.intake.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the merged cells of a sheet. */
final class MergedCells {

    private static final Pattern CELLS = Pattern.compile("([A-Z]{1,3})[0-9]{1,7}:([A-Z]{1,3})([0-9]{1,7})");

    private MergedCells() {}

    /**
     * A range of merged cells.
     *
     * @param name such as {@code G2:G3}
     * @param firstColumn its first column, counted from 0
     * @param lastColumn its last column, counted from 0
     * @param lastRow its last row, counted from 1
     */
    record Range(String name, int firstColumn, int lastColumn, int lastRow) {

        /** Returns the name. */
        @Override
        public String toString() {
            return name;
        }
    }

    /** The ranges of a sheet by the id that the workbook has for it. */
    static List<Range> of(Path workbook, String sheetId) throws IOException {
        List<Range> ranges = new ArrayList<>();
        SheetXml.visit(workbook, sheetId, element -> {
            if (element.getLocalName().equals("mergeCell")) {
                Matcher cells = CELLS.matcher(String.valueOf(element.getAttributeValue(null, "ref")));
                if (cells.matches()) {
                    ranges.add(new Range(
                            cells.group(),
                            EmptyResults.column(cells.group(1)) - 1,
                            EmptyResults.column(cells.group(2)) - 1,
                            Integer.parseInt(cells.group(3))));
                }
            }
        });
        return List.copyOf(ranges);
    }
}
