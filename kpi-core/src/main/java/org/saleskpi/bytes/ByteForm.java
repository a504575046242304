package org.saleskpi.bytes;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * What is written in the byte form: three letters, the version, which kind of answer follows, the check sum of what follows, and
 * then that.
 */
public enum ByteForm {
    /** The terms of a report. */
    TERMS(0),
    /** A report. */
    REPORT(1),
    /** A series of reports. */
    SERIES(2),
    /** A report for each group. */
    REPORTS_BY_GROUP(3),
    /** A series for each group. */
    SERIES_BY_GROUP(4),
    /** A funnel. */
    FUNNEL(5),
    /** Two reports that are compared. */
    COMPARISON(6);

    private static final byte[] LETTERS = {'K', 'P', 'I'};
    private static final byte VERSION = 1;
    private static final int BODY = LETTERS.length + 1 + 1 + Integer.BYTES;

    /** What stands for the kind in the bytes, in all versions. */
    private final int code;

    ByteForm(int code) {
        this.code = code;
    }

    /** Writes something of this kind. */
    public byte[] write(Consumer<ByteSink> content) {
        ByteSink sink = new ByteSink();
        content.accept(sink);
        byte[] body = sink.toByteArray();
        return ByteBuffer.allocate(BODY + body.length)
                .put(LETTERS)
                .put(VERSION)
                .put((byte) code)
                .putInt(checkSum(body, 0))
                .put(body)
                .array();
    }

    /**
     * Reads something of this kind.
     *
     * @throws IllegalArgumentException if the bytes are not something of this kind, whole and undamaged
     */
    public <T> T read(byte[] bytes, Function<ByteSource, T> content) {
        requireNonNull(bytes, "bytes");
        checkArgument(
                bytes.length >= BODY && Arrays.equals(Arrays.copyOf(bytes, LETTERS.length), LETTERS),
                "%s bytes are not the byte form of an answer, which begins with KPI",
                bytes.length);
        int version = bytes[LETTERS.length];
        checkArgument(version == VERSION, "The byte form is of version %s, expected %s", version, VERSION);
        int kind = bytes[LETTERS.length + 1];
        checkArgument(
                kind == code,
                "The bytes are those of %s, expected %s",
                Arrays.stream(values())
                        .filter(form -> form.code == kind)
                        .map(ByteForm::toString)
                        .findFirst()
                        .orElse("kind " + kind),
                this);
        int checkSum = ByteBuffer.wrap(bytes).getInt(LETTERS.length + 2);
        checkArgument(checkSum == checkSum(bytes, BODY), "The bytes of %s are damaged: their check sum differs", this);
        ByteSource source = new ByteSource(bytes, BODY);
        T read;
        try {
            read = content.apply(source);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("The bytes of " + this + " cannot be read: " + e.getMessage(), e);
        }
        checkArgument(source.isAtEnd(), "The bytes of %s are damaged: more follows", this);
        return read;
    }

    private static int checkSum(byte[] bytes, int from) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, bytes.length - from);
        return (int) sum.getValue();
    }

    /** Returns the kind in small letters, such as {@code series by group}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
