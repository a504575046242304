package org.saleskpi.sales;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.saleskpi.order.TextOrder;

/**
 * Where a record came from, for {@link Problem problems} to repeat: a source, such as a file, and a line of it, or whatever
 * else tells it.
 *
 * <pre>{@code
 * Origin origin = Origin.of("calls.csv", 17);
 * assert origin.toString().equals("calls.csv:17");
 * assert Origin.of("order 4711").line().isEmpty();
 * }</pre>
 *
 * <p>Records of one source share its text, so that an origin costs 24 bytes. Origins are in the order of their sources, as
 * texts by code points, and then of their lines, those without a line first. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Origin implements Comparable<Origin> {

    private static final long NONE = -1;

    private final String source;
    private final long line;

    private Origin(String source, long line) {
        this.source = requireNonNull(source, "source");
        this.line = line;
    }

    /**
     * Returns an origin that has no lines.
     *
     * @param source such as the key of a row
     * @return the origin
     */
    public static Origin of(String source) {
        return new Origin(source, NONE);
    }

    /**
     * Returns a line of a source.
     *
     * @param source such as the name of a file
     * @param line the line, or the number of a row
     * @return the origin
     * @throws IllegalArgumentException if the line is negative
     */
    public static Origin of(String source, long line) {
        if (line < 0) {
            throw new IllegalArgumentException("line must not be negative: " + line);
        }
        return new Origin(source, line);
    }

    /**
     * Returns the source.
     *
     * @return such as the name of a file
     */
    public String source() {
        return source;
    }

    /**
     * Returns the line of the source.
     *
     * @return the line; empty for an origin that has none
     */
    public OptionalLong line() {
        return line == NONE ? OptionalLong.empty() : OptionalLong.of(line);
    }

    @Override
    public int compareTo(Origin other) {
        int sources = TextOrder.BY_CODE_POINTS.compare(source, requireNonNull(other, "other").source);
        return sources == 0 ? Long.compare(line, other.line) : sources;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin && line == origin.line && source.equals(origin.source);
    }

    @Override
    public int hashCode() {
        return 31 * source.hashCode() + Long.hashCode(line);
    }

    /** Returns the source and the line, such as {@code calls.csv:17}. */
    @Override
    public String toString() {
        return line == NONE ? source : source + ":" + line;
    }
}
