package org.saleskpi.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook whose bytes do not tell when it was written: the same sheets make the same file. */
final class RepeatableWorkbook extends SXSSFWorkbook {

    /** The earliest time that an archive can give its files. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int ROWS_IN_MEMORY = 100;

    RepeatableWorkbook() {
        super(null, ROWS_IN_MEMORY, true, true);
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        ZipArchiveOutputStream archive = new TimelessArchive(out);
        archive.setUseZip64(org.apache.commons.compress.archivers.zip.Zip64Mode.AsNeeded);
        return archive;
    }

    private static final class TimelessArchive extends ZipArchiveOutputStream {

        private static final String STYLES = "xl/styles.xml";
        private static final String BEFORE = "</cellXfs>";

        /** The style of cells that have none. The library leaves it out, and readers such as openpyxl warn then. */
        private static final String USUAL_STYLE =
                "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

        private @Nullable ByteArrayOutputStream styles;

        TimelessArchive(OutputStream out) {
            super(out);
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
            ZipArchiveEntry timeless = new ZipArchiveEntry(entry.getName());
            // Local, because archives have local times: an instant would be another time in another zone.
            timeless.setTimeLocal(NO_TIME);
            super.putArchiveEntry(timeless);
            styles = entry.getName().equals(STYLES) ? new ByteArrayOutputStream() : null;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (styles == null) {
                super.write(bytes, offset, length);
            } else {
                styles.write(bytes, offset, length);
            }
        }

        @Override
        public void closeArchiveEntry() throws IOException {
            if (styles != null) {
                String text = styles.toString(StandardCharsets.UTF_8);
                byte[] whole = (text.contains("<cellStyles") ? text : text.replace(BEFORE, BEFORE + USUAL_STYLE))
                        .getBytes(StandardCharsets.UTF_8);
                styles = null;
                super.write(whole, 0, whole.length);
            }
            super.closeArchiveEntry();
        }
    }
}
