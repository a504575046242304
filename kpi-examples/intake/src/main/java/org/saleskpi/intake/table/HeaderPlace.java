package org.saleskpi.intake.table;

/** Where the header of a file is. */
public sealed interface HeaderPlace {

    /** On the first line that is not empty. */
    HeaderPlace FIRST = new First();

    /** On the first line that has all columns which the file must have. */
    HeaderPlace FOUND = new Found();

    /** See {@link HeaderPlace#FIRST}. */
    record First() implements HeaderPlace {}

    /** See {@link HeaderPlace#FOUND}. */
    record Found() implements HeaderPlace {}

    /**
     * On a line that is known. What is above it is not read.
     *
     * @param line the line, or the row of a sheet, counted from 1
     */
    record OnLine(int line) implements HeaderPlace {}
}
