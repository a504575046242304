package org.saleskpi.benchmarks;

import java.sql.SQLException;

/** Something that can do the job: the eighteen indicators of any period, of months, and of months by rep. */
interface Peer extends AutoCloseable {

    /** What it is called in tables. */
    String name();

    /** Takes the records in and prepares whatever it needs; once. */
    void load(SyntheticSales sales) throws SQLException;

    /** The indicators of one period, given in seconds since 1970, the end exclusive. */
    Answer period(long start, long end) throws SQLException;

    /** The indicators of sixty months. */
    Answer months() throws SQLException;

    /** The indicators of sixty months for each of fifty reps, and for what is nobody's. */
    Answer monthsByRep() throws SQLException;

    /** The bytes held outside of the Java heap. */
    default long bytesOutsideOfHeap() throws SQLException {
        return 0;
    }

    @Override
    default void close() throws SQLException {}
}
