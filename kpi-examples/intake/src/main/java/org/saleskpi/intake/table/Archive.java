package org.saleskpi.intake.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Packed files: ZIP archives ({@code .zip}), and single files as {@code calls.csv.gz}. */
final class Archive {

    private static final int MAX_ENTRIES = 10_000;
    private static final String ZIP = ".zip";
    private static final String GZIP = ".gz";

    private Archive() {}

    /**
     * A packed file.
     *
     * @param name its path within the archive; empty for what is packed alone
     * @param fileName its name, unpacked
     */
    record Entry(String name, String fileName) {}

    /** Whether a file is an archive of files, by its name. */
    static boolean isArchive(Path path) {
        return name(path).endsWith(ZIP) && Files.isRegularFile(path);
    }

    /** Whether a file is packed, by its name. */
    static boolean isPacked(Path path) {
        return isArchive(path) || (name(path).endsWith(GZIP) && Files.isRegularFile(path));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** Whether a name is neither hidden nor that of what a spreadsheet program keeps beside an open workbook. */
    static boolean isShown(String fileName) {
        return !fileName.isEmpty() && !fileName.startsWith(".") && !fileName.startsWith("~$");
    }

    /** The files in a packed one; throws {@link BrokenFileException} if that cannot be told. */
    static List<Entry> entries(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (!isArchive(path)) {
            return List.of(new Entry("", name.substring(0, name.length() - GZIP.length())));
        }
        try (ZipFile zip = open(path)) {
            if (zip.size() > MAX_ENTRIES) {
                throw new BrokenFileException(
                        name, "is an archive of " + zip.size() + " files, expected at most " + MAX_ENTRIES);
            }
            List<Entry> found = new ArrayList<>();
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                String entry = entries.nextElement().getName();
                // Only the last part of a path is a name here: no entry can lead anywhere else.
                String fileName = entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1);
                if (isShown(fileName)) {
                    found.add(new Entry(entry, fileName));
                }
            }
            return found;
        }
    }

    private static ZipFile open(Path path) throws IOException {
        Charset[] charsets = {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1};
        for (int i = 0; ; i++) {
            try {
                return new ZipFile(path.toFile(), charsets[i]);
            } catch (ZipException e) {
                String message = String.valueOf(e.getMessage());
                String name = String.valueOf(path.getFileName());
                if (message.contains("encrypted")) {
                    throw new BrokenFileException(name, "is protected by a password, expected one without");
                }
                if (i == charsets.length - 1 || !message.contains("bad entry name")) {
                    throw new BrokenFileException(name, "is no ZIP archive that can be read: " + message);
                }
            }
        }
    }

    /** Opens a packed file. The stream, which is to be closed, gives its bytes unpacked. */
    static InputStream open(Path path, Entry entry) throws IOException {
        if (entry.name().isEmpty()) {
            InputStream packed = Files.newInputStream(path);
            try {
                return new GZIPInputStream(packed, 1 << 16);
            } catch (IOException e) {
                packed.close();
                throw e;
            }
        }
        ZipFile zip = open(path);
        try {
            ZipEntry found = zip.getEntry(entry.name());
            if (found == null) {
                throw new ZipException("it has changed");
            }
            return new FilterInputStream(zip.getInputStream(found)) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    /** How many bytes an entry has packed. */
    static long packedSize(Path path, Entry entry) throws IOException {
        if (entry.name().isEmpty()) {
            return Files.size(path);
        }
        try (ZipFile zip = open(path)) {
            ZipEntry found = zip.getEntry(entry.name());
            return found == null ? 0 : found.getCompressedSize();
        }
    }
}
