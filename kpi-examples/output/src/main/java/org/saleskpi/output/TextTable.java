package org.saleskpi.output;

import java.util.ArrayList;
import java.util.List;
import org.saleskpi.output.wording.DisplayText;

/**
 * Columns of numbers beside the names of their rows, as panels below one another where they are too many for one screen.
 */
final class TextTable {

    /** What a terminal and a page of plain mail show. */
    static final int SCREEN = 80;

    static final String GAP = "  ";

    private static final int HEADING = 16;
    private static final int CORNER = 30;

    private final TextStyle style;
    private final List<String> corner;
    private final List<String> names;
    private final List<Column> columns = new ArrayList<>();
    private final int nameWidth;

    /** A table of rows; the corner says what the columns are. */
    TextTable(String corner, List<String> names, TextStyle style) {
        this.style = style;
        this.corner = DisplayText.wrap(corner, CORNER);
        this.names = List.copyOf(names);
        this.nameWidth = Math.max(DisplayText.widest(this.corner), DisplayText.widest(names));
    }

    private record Column(List<String> heading, List<String> cells, int width) {}

    /** Adds a column, with a cell for each row. */
    void add(String heading, List<String> cells) {
        int cellWidth = DisplayText.widest(cells);
        List<String> lines = DisplayText.wrap(heading, Math.max(HEADING, cellWidth));
        columns.add(new Column(lines, List.copyOf(cells), Math.max(cellWidth, DisplayText.widest(lines))));
    }

    /** How wide the cells of a column may be beside the names. */
    int widthLeft() {
        return SCREEN - nameWidth - GAP.length();
    }

    /** The lines of all panels, with an empty one between them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < columns.size()) {
            int to = from;
            int width = nameWidth;
            while (to < columns.size()
                    && (to == from || width + GAP.length() + columns.get(to).width() <= SCREEN)) {
                width += GAP.length() + columns.get(to).width();
                to++;
            }
            if (from > 0) {
                lines.add("");
            }
            panel(columns.subList(from, to), width, lines);
            from = to;
        }
        return lines;
    }

    private void panel(List<Column> panel, int width, List<String> lines) {
        int height = Math.max(
                corner.size(),
                panel.stream().mapToInt(column -> column.heading().size()).max().orElse(0));
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder(DisplayText.padEnd(fromTheBottom(corner, i, height), nameWidth));
            for (Column column : panel) {
                line.append(GAP)
                        .append(DisplayText.padStart(fromTheBottom(column.heading(), i, height), column.width()));
            }
            lines.add(style.heading(line.toString().stripTrailing()));
        }
        lines.add(style.note(rule(width)));
        for (int row = 0; row < names.size(); row++) {
            StringBuilder line = new StringBuilder(DisplayText.padEnd(names.get(row), nameWidth));
            for (Column column : panel) {
                line.append(GAP).append(DisplayText.padStart(column.cells().get(row), column.width()));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    private static String fromTheBottom(List<String> heading, int line, int height) {
        int row = line - (height - heading.size());
        return row < 0 ? "" : heading.get(row);
    }

    static String rule(int width) {
        return "─".repeat(width);
    }
}
