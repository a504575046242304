package org.saleskpi.intake.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The cells of a sheet whose formula came to an empty text. The library that reads workbooks gives such a cell like one whose
 * formula was never calculated, so the sheet is looked through once more.
 */
final class EmptyResults {

    private final Set<String> cells = new HashSet<>();
    private int row;
    private int column;
    private boolean isText;

    private EmptyResults() {}

    /** The addresses of the cells, in the sheet that the workbook refers to by an id. */
    static Set<String> of(Path workbook, String sheetId) throws IOException {
        EmptyResults found = new EmptyResults();
        SheetXml.visit(workbook, sheetId, found::read);
        return found.cells;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "row" -> {
                String number = reader.getAttributeValue(null, "r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                column = 0;
            }
            case "c" -> {
                String address = reader.getAttributeValue(null, "r");
                column = address == null ? column + 1 : column(address);
                isText = "str".equals(reader.getAttributeValue(null, "t"));
            }
            case "v" -> {
                if (isText && reader.getElementText().isEmpty()) {
                    cells.add(address(row, column));
                }
            }
            default -> {
                // Says nothing of results.
            }
        }
    }

    /** The number of a column, from 1, by an address such as {@code AB12}. */
    static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return column;
    }

    /** The address of a cell: the numbers of its row and column, from 1. */
    static String address(int row, int column) {
        return row + ":" + column;
    }
}
