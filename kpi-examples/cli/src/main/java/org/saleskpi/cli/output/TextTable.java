package org.saleskpi.cli.output;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of numbers beside the names of their rows, as panels below one another where they are too many for one screen.
 */
final class TextTable {

    /** What a terminal and a page of plain mail show. */
    static final int SCREEN = 80;

    static final String GAP = "  ";

    private static final int HEADING = 16;

    private final String corner;
    private final List<String> names;
    private final List<Column> columns = new ArrayList<>();
    private final int nameWidth;

    /** A table of rows; the corner says what the columns are. */
    TextTable(String corner, List<String> names) {
        this.corner = corner;
        this.names = List.copyOf(names);
        this.nameWidth = Math.max(
                DisplayText.width(corner),
                names.stream().mapToInt(DisplayText::width).max().orElse(0));
    }

    private record Column(List<String> heading, List<String> cells, int width) {}

    /** Adds a column, with a cell for each row. */
    void add(String heading, List<String> cells) {
        int cellWidth = cells.stream().mapToInt(DisplayText::width).max().orElse(0);
        List<String> lines = DisplayText.wrap(heading, Math.max(HEADING, cellWidth));
        int headingWidth = lines.stream().mapToInt(DisplayText::width).max().orElse(0);
        columns.add(new Column(lines, List.copyOf(cells), Math.max(cellWidth, headingWidth)));
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
        int height =
                panel.stream().mapToInt(column -> column.heading().size()).max().orElse(0);
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder(DisplayText.padEnd(i == height - 1 ? corner : "", nameWidth));
            for (Column column : panel) {
                int row = i - (height - column.heading().size());
                String text = row < 0 ? "" : column.heading().get(row);
                line.append(GAP).append(DisplayText.padStart(text, column.width()));
            }
            lines.add(line.toString().stripTrailing());
        }
        lines.add(rule(width));
        for (int row = 0; row < names.size(); row++) {
            StringBuilder line = new StringBuilder(DisplayText.padEnd(names.get(row), nameWidth));
            for (Column column : panel) {
                line.append(GAP).append(DisplayText.padStart(column.cells().get(row), column.width()));
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    static String rule(int width) {
        return "─".repeat(width);
    }
}
