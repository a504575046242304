package org.saleskpi.intake.table;

import java.util.List;

/**
 * Looks for the header of a file line by line: it is the first one with all columns that the file must have. Only the first
 * thousand lines are looked at. Not thread-safe.
 */
final class HeaderSearch {

    /** How many lines are looked at. */
    static final int LINES = 1000;

    private final String file;
    private final WantedColumns wanted;
    private final boolean ignoresCase;
    private List<String> fewestMissing = List.of();
    private long nearest;

    HeaderSearch(String file, WantedColumns wanted, boolean ignoresCase) {
        this.file = file;
        this.ignoresCase = ignoresCase;
        this.wanted = wanted;
    }

    /** Whether a line is the header. */
    boolean isHeader(long line, List<String> cells) {
        List<String> missing = wanted.missing(new Header(cells, ignoresCase)::has);
        if (nearest == 0 || missing.size() < fewestMissing.size()) {
            nearest = line;
            fewestMissing = missing;
        }
        return missing.isEmpty();
    }

    /** What to throw when no line was the header. */
    BrokenFileException notFound() {
        return new BrokenFileException(
                file,
                nearest == 0
                        ? "is empty, expected a header"
                        : "has no line with all columns that the mapping reads among the first " + LINES + "; line "
                                + nearest + " lacks " + String.join(", ", fewestMissing));
    }
}
