package org.saleskpi.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

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

        TimelessArchive(OutputStream out) {
            super(out);
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
            ZipArchiveEntry timeless = new ZipArchiveEntry(entry.getName());
            // Local, because archives have local times: an instant would be another time in another zone.
            timeless.setTimeLocal(NO_TIME);
            super.putArchiveEntry(timeless);
        }
    }
}
