package org.saleskpi.intake.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Recognizes files that cannot be read by what they begin with: their names may say otherwise. */
public final class FileKind {

    private static final int BYTES_EXAMINED = 1024;
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** The name, within the file, of what is protected by a password. */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private static final String SAVE_AS = ", expected a workbook saved as .xlsx, or CSV";

    private FileKind() {}

    /**
     * Makes sure that a file is of a kind which can be read.
     *
     * @param path the file
     * @throws BrokenFileException if it is not
     */
    public static void check(Path path) {
        RegularFile.check(path);
        String name = String.valueOf(path.getFileName());
        try {
            String reason = reason(path, name.toLowerCase(Locale.ROOT));
            if (reason != null) {
                throw new BrokenFileException(name, reason);
            }
        } catch (IOException e) {
            throw TextFile.broken(path, StandardCharsets.UTF_8, e);
        }
    }

    private static @Nullable String reason(Path path, String name) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(path)) {
            start = bytes.readNBytes(BYTES_EXAMINED);
        }
        if (startsWith(start, OLD_WORKBOOK)) {
            return contains(path, ENCRYPTED)
                    ? "is a workbook that is protected by a password, expected one without"
                    : "is a workbook of an old kind (.xls)" + SAVE_AS;
        }
        if (startsWith(start, PDF)) {
            return "is a PDF document" + SAVE_AS;
        }
        if (startsWith(start, GZIP)) {
            return "is compressed (gzip), expected the file itself";
        }
        if (startsWith(start, ZIP)) {
            return reasonOfZip(path, name);
        }
        return reasonOfText(new String(start, StandardCharsets.ISO_8859_1), name);
    }

    private static @Nullable String reasonOfZip(Path path, String name) throws IOException {
        Set<String> entries = entries(path);
        if (entries.contains("xl/workbook.bin")) {
            return "is a binary workbook (.xlsb)" + SAVE_AS;
        }
        if (entries.contains("xl/vbaProject.bin") || name.endsWith(".xlsm")) {
            return "is a workbook with macros (.xlsm)" + SAVE_AS;
        }
        if (entries.contains("mimetype") && entries.contains("content.xml")) {
            return "is a spreadsheet of LibreOffice or OpenOffice (.ods)" + SAVE_AS;
        }
        if (entries.contains("Index/Document.iwa")) {
            return "is a spreadsheet of Numbers" + SAVE_AS;
        }
        if (name.endsWith(".xlsx")) {
            return null;
        }
        return entries.stream().anyMatch(entry -> entry.startsWith("xl/"))
                ? "is a workbook, expected a name that ends in .xlsx"
                : "is a ZIP archive, expected the files that are in it";
    }

    private static @Nullable String reasonOfText(String start, String name) {
        String text = start.replace("\0", "")
                .replaceFirst("^[^\\x21-\\x7e]*(?:ï»¿)?\\s*", "")
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<table")) {
            return "is an HTML page, whatever its name says" + SAVE_AS;
        }
        if (text.startsWith("<?xml") && (text.contains("<workbook") || text.contains("mso-application"))) {
            return "is a workbook in XML of 2003" + SAVE_AS;
        }
        if (text.startsWith("<?xml") && text.contains("<html")) {
            return "is an HTML page, whatever its name says" + SAVE_AS;
        }
        if (!name.endsWith(".xlsx")) {
            return null;
        }
        return text.isEmpty() ? "is empty, expected a workbook (.xlsx)" : "is no workbook (.xlsx); it seems to be text";
    }

    private static Set<String> entries(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        } catch (ZipException e) {
            return Set.of(); // Damaged: whoever reads it says so.
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(Path path, byte[] sought) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(path))) {
            int matched = 0;
            for (int read = bytes.read(); read >= 0; read = bytes.read()) {
                // Two bytes a character, of which the second is zero: no mismatch but at the first can hide a match.
                matched = read == (sought[matched] & 0xFF) ? matched + 1 : read == (sought[0] & 0xFF) ? 1 : 0;
                if (matched == sought.length) {
                    return true;
                }
            }
            return false;
        }
    }
}
