package org.saleskpi.bytes;

import static com.google.common.base.Preconditions.checkArgument;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives what a {@link ByteSink} took. Never asks for more memory than there are bytes, whatever they say.
 */
public final class ByteSource {

    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private final byte[] bytes;
    private final List<String> texts = new ArrayList<>();
    private int position;

    ByteSource(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
    }

    boolean isAtEnd() {
        return position == bytes.length;
    }

    /** A number from {@link ByteSink#unsigned}. */
    public long unsigned() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += BITS) {
            byte next = next();
            number |= (long) (next & (MORE - 1)) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number has more than 64 bits");
    }

    private byte next() {
        checkArgument(position < bytes.length, "they end too early");
        return bytes[position++];
    }

    /** A number from {@link ByteSink#signed}. */
    public long signed() {
        long number = unsigned();
        return (number >>> 1) ^ -(number & 1);
    }

    /** A number of things that follow, each in at least one byte. */
    private int size() {
        long size = unsigned();
        checkArgument(size >= 0 && size <= bytes.length - position, "%s things follow, in fewer bytes", size);
        return (int) size;
    }

    /** A text from {@link ByteSink#text}. */
    public String text() {
        long known = unsigned();
        if (known != 0) {
            checkArgument(known > 0 && known <= texts.size(), "text %s was not there before", known);
            return texts.get((int) known - 1);
        }
        int length = size();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, position, length))
                    .toString();
            position += length;
            texts.add(text);
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text is not UTF-8", e);
        }
    }

    /** What {@link ByteSink#optional} took. */
    public <T> @Nullable T optional(Function<ByteSource, T> content) {
        long there = unsigned();
        checkArgument(there == 0 || there == 1, "something is there %s times", there);
        return there == 0 ? null : content.apply(this);
    }

    /** What {@link ByteSink#list} took. */
    public <T extends @Nullable Object> List<T> list(Function<ByteSource, T> content) {
        int size = size();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(content.apply(this));
        }
        return values;
    }

    /** What {@link ByteSink#instant} took. */
    public Instant instant() {
        return Instant.ofEpochSecond(signed(), unsigned());
    }

    /** What {@link ByteSink#nested} took. */
    public byte[] nested() {
        int length = size();
        byte[] others = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return others;
    }
}
