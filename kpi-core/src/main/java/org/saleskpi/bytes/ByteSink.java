package org.saleskpi.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes numbers and texts, and writes them short: numbers near zero in one byte, a text once. */
public final class ByteSink {

    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, Integer> texts = new HashMap<>();

    ByteSink() {}

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** A number that is small where it is written short: seven bits a byte, the lowest first. */
    public void unsigned(long number) {
        long rest = number;
        while ((rest & -MORE) != 0) {
            bytes.write(((int) rest & (MORE - 1)) | MORE);
            rest >>>= BITS;
        }
        bytes.write((int) rest);
    }

    /** A number near zero on either side: 0, -1, 1, -2, 2… as 0, 1, 2, 3, 4… */
    public void signed(long number) {
        unsigned((number << 1) ^ (number >> (Long.SIZE - 1)));
    }

    /** A text: 0 and its length and characters the first time, then the number that it got by that, from 1 on. */
    public void text(String text) {
        Integer known = texts.get(text);
        if (known != null) {
            unsigned(known);
            return;
        }
        texts.put(text, texts.size() + 1);
        byte[] characters = text.getBytes(StandardCharsets.UTF_8);
        unsigned(0);
        unsigned(characters.length);
        bytes.writeBytes(characters);
    }

    /** Whether there is something, and what. */
    public <T> void optional(@Nullable T value, BiConsumer<ByteSink, ? super T> content) {
        unsigned(value == null ? 0 : 1);
        if (value != null) {
            content.accept(this, value);
        }
    }

    /** How many there are, and each. */
    public <T extends @Nullable Object> void list(List<T> values, BiConsumer<ByteSink, ? super T> content) {
        unsigned(values.size());
        values.forEach(value -> content.accept(this, value));
    }

    /** Seconds and nanoseconds. */
    public void instant(Instant instant) {
        signed(instant.getEpochSecond());
        unsigned(instant.getNano());
    }

    /** Other bytes, by their number. */
    public void nested(byte[] others) {
        unsigned(others.length);
        bytes.writeBytes(others);
    }
}
