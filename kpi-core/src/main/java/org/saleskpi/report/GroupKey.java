package org.saleskpi.report;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.bytes.ByteSink;
import org.saleskpi.bytes.ByteSource;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.order.WhiteSpace;

/**
 * Which group of a breakdown: its key in each of the dimensions, such as a rep, or a rep and a region.
 *
 * <pre>{@code
 * assert GroupKey.of("alice", "EMEA").toString().equals("alice, EMEA");
 * assert GroupKey.of("zoe").compareTo(GroupKey.UNASSIGNED) < 0;
 * }</pre>
 *
 * <p>What has no key in a dimension is <em>unassigned</em> there, which is a key like any other in a map. Keys are in the order
 * of the Unicode code points of the first, then of the second, unassigned last in each. Immutable and thread-safe.
 *
 * @param parts the owner, attribute value or other key in each dimension, null where it is unassigned; unmodifiable
 * @since 0.1.0
 */
public record GroupKey(List<@Nullable String> parts) implements Comparable<GroupKey> {

    /** What has no key in the only dimension. */
    public static final GroupKey UNASSIGNED = new GroupKey(Collections.singletonList(null));

    private static final Comparator<@Nullable String> ORDER = Comparator.nullsLast(Dimension.KEY_ORDER);

    /**
     * Creates a key.
     *
     * @param parts the owner, attribute value or other key in each dimension, null where it is unassigned
     * @throws IllegalArgumentException if there is no part, or one is blank
     */
    public GroupKey {
        List<@Nullable String> copy = new ArrayList<>(requireNonNull(parts, "parts"));
        parts = copy.size() == 1 ? Collections.singletonList(copy.get(0)) : Collections.unmodifiableList(copy);
        checkArgument(!parts.isEmpty(), "GroupKey: expected a key for at least one dimension");
        for (String part : parts) {
            checkArgument(part == null || !WhiteSpace.isBlank(part), "GroupKey: key \"%s\" is blank", part);
        }
    }

    /**
     * Returns a key that is assigned in all dimensions.
     *
     * @param parts the owner, attribute value or other key in each dimension
     * @return the key
     * @throws IllegalArgumentException if there is no part, or one is blank
     */
    public static GroupKey of(String... parts) {
        return new GroupKey(Arrays.asList(requireElements(parts, "parts")));
    }

    void write(ByteSink sink) {
        sink.list(parts, GroupKey::writePart);
    }

    static GroupKey read(ByteSource source) {
        return new GroupKey(source.list(GroupKey::readPart));
    }

    static void writePart(ByteSink sink, @Nullable String part) {
        sink.optional(part, ByteSink::text);
    }

    static @Nullable String readPart(ByteSource source) {
        return source.optional(ByteSource::text);
    }

    /** Compares the parts one after the other, unassigned last; of two keys that begin alike, the shorter comes first. */
    @Override
    public int compareTo(GroupKey other) {
        int both = Math.min(parts.size(), requireNonNull(other, "other").parts.size());
        for (int i = 0; i < both; i++) {
            int order = ORDER.compare(parts.get(i), other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    /** Returns the parts with commas between them, {@code unassigned} where there is none, for a person to read. */
    @Override
    public String toString() {
        return parts.stream().map(part -> part == null ? "unassigned" : part).collect(Collectors.joining(", "));
    }
}
