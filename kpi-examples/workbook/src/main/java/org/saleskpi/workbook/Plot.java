package org.saleskpi.workbook;

import java.util.List;
import java.util.Locale;
import org.saleskpi.workbook.Table.CellRange;

/**
 * What a chart shows.
 *
 * @param language the language of its text
 * @param title what stands above it
 * @param categoryAxis what the categories are
 * @param valueAxis what the values are in
 * @param format how the values are shown
 * @param lines the values, one series after another; the first is drawn first
 */
record Plot(Locale language, String title, String categoryAxis, String valueAxis, CellFormat format, List<Line> lines) {

    Plot {
        lines = List.copyOf(lines);
    }

    /**
     * One series of values.
     *
     * @param name what the legend calls it
     * @param categories the names of its points or bars; the axis shows those of the first series
     * @param values the values, as many as there are categories
     * @param color its colour
     * @param isReference whether it is there only to compare with, and is dashed
     */
    record Line(String name, CellRange categories, CellRange values, Hue color, boolean isReference) {}

    /** Colours that people who confuse some can tell apart. Source: Okabe and Ito 2008. */
    enum Hue {
        BLUE(0x0072B2),
        ORANGE(0xE69F00),
        GREEN(0x009E73),
        PURPLE(0xCC79A7),
        VERMILION(0xD55E00),
        SKY(0x56B4E9),
        YELLOW(0xF0E442),
        BLACK(0x000000);

        /** In the order in which series take them. */
        static final List<Hue> ALL = List.of(values());

        private final int rgb;

        Hue(int rgb) {
            this.rgb = rgb;
        }

        byte[] bytes() {
            return new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
        }
    }

    /** How many names the axis shows. */
    int points() {
        return lines.get(0).categories().cells().size();
    }

    /** The largest value that is shown; zero if there is none. */
    double largest() {
        return lines.stream()
                .flatMap(line -> line.values().cells().stream())
                .map(Cell::number)
                .filter(number -> number != null)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
