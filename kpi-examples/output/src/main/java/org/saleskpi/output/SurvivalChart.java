package org.saleskpi.output;

import java.util.ArrayList;
import java.util.List;
import org.saleskpi.analysis.Cycle;
import org.saleskpi.output.wording.DisplayText;
import org.saleskpi.output.wording.Wording;

/** Draws the share that is not won by days, as an area of small bars. */
final class SurvivalChart {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 8;
    private static final String BARS = " ▁▂▃▄▅▆▇█";
    private static final int LEVELS = BARS.length() - 1;

    private final Cycle cycle;
    private final Wording wording;

    SurvivalChart(Cycle cycle, Wording wording) {
        this.cycle = cycle;
        this.wording = wording;
    }

    /** Rows of bars with the share at their left, and the days below. */
    List<String> lines() {
        long longest =
                cycle.observations().stream().mapToLong(Cycle.Ended::days).max().orElse(0);
        int columns = (int) Math.min(WIDTH, longest + 1);
        int margin = DisplayText.width(wording.percent(1));
        List<String> lines = new ArrayList<>();
        for (int row = HEIGHT - 1; row >= 0; row--) {
            StringBuilder line = new StringBuilder(DisplayText.padStart(label(row), margin)).append(" ┤");
            for (int column = 0; column < columns; column++) {
                line.append(bar(cycle.survivalAfter(day(column, columns, longest)), row));
            }
            lines.add(line.toString().stripTrailing());
        }
        lines.add(" ".repeat(margin + 1) + "└" + "─".repeat(columns));
        String last = wording.say("days", wording.whole(longest));
        lines.add(" ".repeat(margin + 2)
                + DisplayText.padEnd("0", Math.max(2, columns - DisplayText.width(last)))
                + (longest == 0 ? "" : last));
        return lines;
    }

    /** Columns are days as evenly as they go, from the first to the last. */
    private static long day(int column, int columns, long longest) {
        return columns == 1 ? 0 : Math.round((double) column * longest / (columns - 1));
    }

    /** The share at the top of a row, at every other one. */
    private String label(int row) {
        return (row + 1) % 2 == 0 ? wording.percent((row + 1) / (double) HEIGHT) : "";
    }

    /** The part of a bar that stands in a row. */
    private static char bar(double share, int row) {
        long levels = Math.round(share * HEIGHT * LEVELS) - (long) row * LEVELS;
        return BARS.charAt((int) Math.max(0, Math.min(LEVELS, levels)));
    }
}
