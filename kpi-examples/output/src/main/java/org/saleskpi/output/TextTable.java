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
    private static final int NARROW_HEADING = 11;
    private static final int CORNER = 30;

    private final TextStyle style;
    private final List<String> corner;
    private final List<List<String>> names;
    private final List<Column> columns = new ArrayList<>();
    private final int nameWidth;
    private final int heading;
    private final boolean endsWithTotal;

    /** A table of rows; the corner says what the columns are. */
    TextTable(String corner, List<String> names, TextStyle style) {
        this(corner, names, style, HEADING, Integer.MAX_VALUE, false);
    }

    private TextTable(
            String corner, List<String> names, TextStyle style, int heading, int name, boolean endsWithTotal) {
        this.style = style;
        this.heading = heading;
        this.endsWithTotal = endsWithTotal;
        this.corner = DisplayText.wrap(corner, CORNER);
        this.names = names.stream().map(text -> DisplayText.wrap(text, name)).toList();
        this.nameWidth = Math.max(
                DisplayText.widest(this.corner),
                this.names.stream().mapToInt(DisplayText::widest).max().orElse(0));
    }

    /** A table of which the last row is the total of those before; its headings take little room. */
    static TextTable ofRowsWithTotal(String corner, List<String> names, TextStyle style) {
        return new TextTable(corner, names, style, NARROW_HEADING, CORNER, true);
    }

    private record Column(List<String> heading, List<String> cells, int width) {}

    /** Adds a column, with a cell for each row. */
    void add(String name, List<String> cells) {
        int cellWidth = DisplayText.widest(cells);
        List<String> lines = DisplayText.wrap(name, Math.max(heading, cellWidth));
        columns.add(new Column(lines, List.copyOf(cells), Math.max(cellWidth, DisplayText.widest(lines))));
    }

    /** How wide the cells of a column may be beside the names. */
    int widthLeft() {
        return style.columns() - nameWidth - GAP.length();
    }

    /** The lines of all panels, with an empty one between them. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < columns.size()) {
            int to = from;
            int width = nameWidth;
            while (to < columns.size()
                    && (to == from || width + GAP.length() + columns.get(to).width() <= style.columns())) {
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
            if (endsWithTotal && row == names.size() - 1) {
                lines.add(style.note(rule(width)));
            }
            StringBuilder line =
                    new StringBuilder(DisplayText.padEnd(names.get(row).get(0), nameWidth));
            for (Column column : panel) {
                line.append(GAP).append(DisplayText.padStart(column.cells().get(row), column.width()));
            }
            lines.add(line.toString().stripTrailing());
            lines.addAll(names.get(row).subList(1, names.get(row).size()));
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
