package org.saleskpi.intake.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Progress;

/** Files of text: an optional byte-order mark, and no byte that stands for no character. */
final class TextFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFile() {}

    /** Opens a file behind its byte-order mark; its bytes are strictly decoded. */
    static BufferedReader open(Path path, Charset charset, Progress progress) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                new CountedStream(Files.newInputStream(path), progress),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            skipByteOrderMark(reader);
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** Opens a file of which the first lines are read as blank ones. */
    static Reader openAfterLines(Path path, Charset charset, int lines, Progress progress) throws IOException {
        BufferedReader reader = open(path, charset, progress);
        try {
            int blank = 0;
            while (blank < lines && reader.readLine() != null) {
                blank++;
            }
            return blank == 0 ? reader : new PrecededReader(new StringReader("\n".repeat(blank)), reader);
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** One text, and then another. */
    private static final class PrecededReader extends FilterReader {

        private final Reader before;

        PrecededReader(Reader before, Reader reader) {
            super(reader);
            this.before = before;
        }

        @Override
        public int read() throws IOException {
            int found = before.read();
            return found < 0 ? super.read() : found;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = before.read(buffer, offset, length);
            return count < 0 ? super.read(buffer, offset, length) : count;
        }
    }

    /** Some lines of a file, from one that is counted from 1. */
    static List<String> lines(Path path, Charset charset, int from, int count) throws IOException {
        try (BufferedReader reader = open(path, charset, Progress.NONE)) {
            return reader.lines().skip(from - 1L).limit(count).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Tells how much is read. */
    private static final class CountedStream extends FilterInputStream {

        private final Progress progress;

        CountedStream(InputStream bytes, Progress progress) {
            super(bytes);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int found = super.read();
            progress.read(found < 0 ? 0 : 1);
            return found;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            progress.read(Math.max(count, 0));
            return count;
        }
    }

    private static void skipByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    static void close(@Nullable Closeable reader) {
        if (reader != null) {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What is wrong with a file that could not be read. */
    static BrokenFileException broken(Path path, Charset charset, IOException cause) {
        String name = String.valueOf(path.getFileName());
        BrokenFileException broken = cause instanceof CharacterCodingException
                ? new BrokenFileException(name + lineOfFirstMalformed(path, charset), "is not " + charset + " text")
                : new BrokenFileException(name, "cannot be read: " + reason(cause));
        broken.initCause(cause);
        return broken;
    }

    /** The messages of the file system are paths, which tell nothing. */
    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "what it links to is not there";
        }
        return cause instanceof AccessDeniedException ? "permission denied" : String.valueOf(cause.getMessage());
    }

    /** Decoders read ahead, so that only a second look finds the line. */
    private static String lineOfFirstMalformed(Path path, Charset charset) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (long number = 1; ; number++) {
                int read = bytes.read();
                for (; read >= 0 && read != '\n'; read = bytes.read()) {
                    line.write(read);
                }
                try {
                    charset.newDecoder().decode(ByteBuffer.wrap(line.toByteArray()));
                } catch (CharacterCodingException e) {
                    return ":" + number;
                }
                if (read < 0) {
                    return "";
                }
                line.reset();
            }
        } catch (IOException e) {
            return "";
        }
    }
}
