package org.saleskpi.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before it is read for what would take all memory or hours, though the file is small: parts that
 * unfold to a multiple of their size, and what {@link XmlCheck} refuses. No spreadsheet program writes such.
 */
final class WorkbookCheck {

    private static final int MAX_PARTS = 10_000;

    /** Deflating makes sheets ten to thirty times smaller, and at most some thousand times what repeats itself. */
    private static final int MAX_RATIO = 200;

    private static final int ALWAYS_SMALL = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final String file;

    private WorkbookCheck(String file) {
        this.file = file;
    }

    /** Checks a file; throws {@link BrokenFileException} for one that asks for too much. What is no archive is not looked at. */
    static void check(Path path) throws IOException {
        WorkbookCheck check = new WorkbookCheck(String.valueOf(path.getFileName()));
        try (ZipFile parts = new ZipFile(path.toFile())) {
            if (parts.size() > MAX_PARTS) {
                throw check.broken("it has " + parts.size() + " parts, expected at most " + MAX_PARTS);
            }
            Enumeration<? extends ZipEntry> entries = parts.entries();
            while (entries.hasMoreElements()) {
                ZipEntry part = entries.nextElement();
                try (InputStream bytes = parts.getInputStream(part)) {
                    check.check(part, bytes);
                }
            }
        } catch (ZipException e) {
            // No archive, or a damaged one: whoever reads it says so.
        }
    }

    private void check(ZipEntry part, InputStream bytes) throws IOException {
        XmlCheck xml = new XmlCheck();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            size += count;
            if (size > ALWAYS_SMALL && size / MAX_RATIO > part.getCompressedSize()) {
                throw broken(part.getName() + " unfolds to more than " + MAX_RATIO + " times its size");
            }
            if (size == count && !XmlCheck.isXml(buffer, count)) {
                return;
            }
            String excess = xml.excess(buffer, count);
            if (excess != null) {
                throw broken(part.getName() + " has " + excess);
            }
        }
    }

    private BrokenFileException broken(String reason) {
        return new BrokenFileException(file, "is no workbook that a spreadsheet program writes: " + reason);
    }
}
