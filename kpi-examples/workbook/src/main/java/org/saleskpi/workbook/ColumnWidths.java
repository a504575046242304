package org.saleskpi.workbook;

import java.util.Arrays;
import java.util.List;
import org.saleskpi.output.wording.DisplayText;

/**
 * How wide the columns of a table are, in characters. Found by counting: measuring text needs fonts, which a server may not
 * have, and gives another width on every machine.
 */
final class ColumnWidths {

    private static final int WIDEST_TEXT = 50;
    private static final int WIDEST_PROSE = 90;

    /** Headings longer than this are broken into lines. */
    private static final int HEADING = 9;

    private static final int MARGIN = 3;
    private static final int UNITS_OF_CHARACTER = 256;

    private static final int CHARACTERS_OF_PAGE = 190;

    /** So much more is printed smaller: a table that is nearly as wide as a page would be torn in two. */
    private static final int CHARACTERS_OF_ONE_PAGE = 230;

    private final int[] characters;
    private final int headerLines;

    private ColumnWidths(int[] characters, int headerLines) {
        this.characters = characters;
        this.headerLines = headerLines;
    }

    static ColumnWidths of(Table table) {
        List<String> headers = table.headers();
        int[] characters = headers.stream().mapToInt(ColumnWidths::ofHeading).toArray();
        for (int row = 0; row < table.size(); row++) {
            widen(characters, table.row(row));
        }
        for (List<Table.StyledCell> line : table.above()) {
            // What stands last in its line may run over into the columns after it.
            for (int i = 0; i < line.size() - 1; i++) {
                characters[i] = Math.max(characters[i], of(line.get(i).cell()));
            }
        }
        table.totals().forEach(total -> widen(characters, total));
        int headerLines = 1;
        for (int i = 0; i < characters.length; i++) {
            headerLines = Math.max(
                    headerLines, DisplayText.wrap(headers.get(i), characters[i]).size());
        }
        return new ColumnWidths(characters, headerLines);
    }

    private static int ofHeading(String heading) {
        int longestWord = Arrays.stream(heading.split(" ", -1))
                .mapToInt(DisplayText::width)
                .max()
                .orElse(0);
        return Math.min(WIDEST_TEXT, Math.max(longestWord, Math.min(HEADING, DisplayText.width(heading))));
    }

    private static void widen(int[] characters, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            characters[i] = Math.max(characters[i], of(cells.get(i)));
        }
    }

    private static int of(Cell cell) {
        Object content = cell.content();
        if (content == null) {
            return 0;
        }
        if (content instanceof String text) {
            return Math.min(cell.format() == CellFormat.PROSE ? WIDEST_PROSE : WIDEST_TEXT, DisplayText.width(text));
        }
        int digits = content instanceof Double number ? digits(number) : 0;
        int grouped = digits + digits / 3;
        return switch (cell.format()) {
            case COUNT -> grouped;
            case MONEY -> grouped + 8;
            case RATE -> 6;
            case CHANGE, POINTS -> 10;
            case RATIO, SCORE -> grouped + 3;
            case DAYS, HOURS -> grouped + 4;
            case DATE -> 10;
            case MOMENT -> 16;
            case TEXT, PROSE, WORDS -> throw new AssertionError("no text: " + content);
        };
    }

    private static int digits(double number) {
        return Math.abs(number) < 10 ? 1 : (int) Math.log10(Math.abs(number)) + 1;
    }

    /** How many lines the prose of a row takes. */
    static int lines(List<Cell> cells) {
        int lines = 1;
        for (Cell cell : cells) {
            if (cell.format() == CellFormat.PROSE && cell.content() instanceof String text) {
                lines = Math.max(lines, DisplayText.wrap(text, WIDEST_PROSE).size());
            }
        }
        return lines;
    }

    /** How many lines the longest heading takes. */
    int headerLines() {
        return headerLines;
    }

    /** How many pages the table is printed on side by side, with letters of a size that can be read. */
    int pages() {
        int all = Arrays.stream(characters).map(width -> width + MARGIN).sum();
        return all <= CHARACTERS_OF_ONE_PAGE ? 1 : (all + CHARACTERS_OF_PAGE - 1) / CHARACTERS_OF_PAGE;
    }

    /** The width of a column as workbooks have it. */
    int column(int column) {
        return (characters[column] + MARGIN) * UNITS_OF_CHARACTER;
    }
}
