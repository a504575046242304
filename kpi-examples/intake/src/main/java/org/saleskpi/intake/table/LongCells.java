package org.saleskpi.intake.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Serial;
import java.util.TreeMap;

/**
 * A CSV text of which cells that are too long for the library are cut: what is left of such a cell ends in a mark. The library
 * itself stops at one, and for good. Line breaks that are cut are counted. Not thread-safe.
 */
final class LongCells extends FilterReader {

    /** A character that is none; it ends what is left of a cell. */
    static final char MARK = '\uFFFF';

    /** How many characters of a cell and of a row the library takes, and some less. */
    static final int LONGEST_CELL = (1 << 24) - (1 << 16);

    private static final int LONGEST_ROW = (1 << 26) - (1 << 20);

    /** A cell of more lines has a quote at its beginning that was never meant to go on so long. */
    private static final int MOST_LINES = 10_000;

    /** Thrown for a cell of so many lines that a quote seems not to be closed. */
    static final class EndlessCellException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        EndlessCellException() {
            super("a cell has more than " + MOST_LINES + " lines");
        }
    }

    private enum Place {
        /** At the beginning of a cell, or in the white space there. */
        START,
        PLAIN,
        QUOTED,
        /** Behind a quote within a quoted cell, which ends it unless another one follows. */
        QUOTE,
        /** Behind a quoted cell. */
        AFTER
    }

    private final char delimiter;
    private final char[] input = new char[1 << 13];
    private int next;
    private int end;
    private final StringBuilder output = new StringBuilder();
    private int given;
    private Place place = Place.START;
    private int cell;
    private int row;
    private boolean isCutting;
    private long line = 1;
    private int linesOfCell;
    private long linesCut;
    private char before;
    private final TreeMap<Long, Long> linesCutBefore = new TreeMap<>();

    LongCells(Reader reader, char delimiter) {
        super(reader);
        this.delimiter = delimiter;
    }

    /** Where a row stands in the file that stands on a line of what this gives. */
    long lineInFile(long lineGiven) {
        var cut = linesCutBefore.lowerEntry(lineGiven);
        return lineGiven + (cut == null ? 0 : cut.getValue());
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (given == output.length()) {
            output.setLength(0);
            given = 0;
            end = in.read(input, 0, input.length);
            if (end < 0) {
                if (place != Place.QUOTE) {
                    return -1;
                }
                place = Place.AFTER;
                output.append('"');
            }
            for (next = 0; next < end; next++) {
                take(input[next]);
            }
        }
        int count = Math.min(length, output.length() - given);
        output.getChars(given, given + count, target, offset);
        given += count;
        return count;
    }

    private void take(char c) throws IOException {
        boolean isBreak = c == '\n' || c == '\r';
        switch (place) {
            case QUOTED -> {
                if (c == '"') {
                    place = Place.QUOTE;
                } else {
                    keep(c);
                }
            }
            case QUOTE -> {
                if (c == '"') {
                    place = Place.QUOTED;
                    keep('"');
                    keep('"');
                } else {
                    output.append('"');
                    place = Place.AFTER;
                    behind(c, isBreak);
                }
            }
            case START -> {
                if (c == '"') {
                    place = Place.QUOTED;
                    output.append(c);
                } else {
                    place = Character.isWhitespace(c) ? Place.START : Place.PLAIN;
                    behind(c, isBreak);
                }
            }
            case PLAIN, AFTER -> behind(c, isBreak);
        }
        before = c;
    }

    /** A character outside of quotes, which may end the cell or the row. */
    private void behind(char c, boolean isBreak) throws IOException {
        if (c == delimiter || isBreak) {
            endCell();
            if (isBreak) {
                row = 0;
                countLine(c);
            }
            output.append(c);
        } else {
            keep(c);
        }
    }

    private void endCell() {
        if (isCutting && linesCut > 0) {
            linesCutBefore.put(line, linesCut);
        }
        place = Place.START;
        isCutting = false;
        cell = 0;
        linesOfCell = 0;
    }

    private void countLine(char c) {
        if (c == '\r' || before != '\r') {
            line++;
        }
    }

    /** Keeps a character of a cell, unless there are too many. */
    private void keep(char c) throws IOException {
        boolean isBreak = (c == '\r' || (c == '\n' && before != '\r'));
        if (isBreak && ++linesOfCell > MOST_LINES && isCutting) {
            throw new EndlessCellException();
        }
        if (!isCutting && cell < LONGEST_CELL && row < LONGEST_ROW) {
            cell++;
            row++;
            output.append(c);
            line += isBreak ? 1 : 0;
        } else {
            if (!isCutting) {
                isCutting = true;
                output.append(MARK);
            }
            linesCut += isBreak ? 1 : 0;
        }
    }
}
