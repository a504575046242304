package org.saleskpi.intake.mapping;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saleskpi.intake.Workbook;
import org.saleskpi.intake.table.BrokenFileException;
import org.saleskpi.intake.table.FileKind;

class FileKindTest {

    private static final byte[] OLD = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    @TempDir
    Path path;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(path.resolve(name), bytes);
    }

    private Path zip(String name, String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
        return file(name, bytes.toByteArray());
    }

    private static void assertTold(Path file, String reason) {
        assertThatThrownBy(() -> FileKind.check(file))
                .isInstanceOf(BrokenFileException.class)
                .hasMessage(file.getFileName() + ": file " + reason + ", expected a workbook saved as .xlsx, or CSV");
    }

    @Test
    void workbooksOfOtherKindsAreToldWhateverTheirName() throws IOException {
        assertTold(file("a.xls", OLD), "is a workbook of an old kind (.xls)");
        assertTold(file("a.csv", OLD), "is a workbook of an old kind (.xls)");
        assertTold(file("a.xlsx", OLD), "is a workbook of an old kind (.xls)");
        assertTold(zip("b.xlsb", "[Content_Types].xml", "xl/workbook.bin"), "is a binary workbook (.xlsb)");
        assertTold(zip("c.xlsm", "[Content_Types].xml", "xl/workbook.xml"), "is a workbook with macros (.xlsm)");
        assertTold(zip("c.xlsx", "xl/workbook.xml", "xl/vbaProject.bin"), "is a workbook with macros (.xlsm)");
        assertTold(zip("d.ods", "mimetype", "content.xml"), "is a spreadsheet of LibreOffice or OpenOffice (.ods)");
        assertTold(zip("e.numbers", "Index/Document.iwa"), "is a spreadsheet of Numbers");
    }

    @Test
    void aWorkbookWithAPasswordIsTold() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(OLD);
        bytes.write(new byte[1000]);
        bytes.write("EE".getBytes(StandardCharsets.UTF_16LE));
        bytes.write("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));

        assertThatThrownBy(() -> FileKind.check(file("a.xlsx", bytes.toByteArray())))
                .hasMessage("a.xlsx: file is a workbook that is protected by a password, expected one without");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 x | is a PDF document",
                "<html><body> | is an HTML page, whatever its name says",
                "'  <!DOCTYPE html>' | is an HTML page, whatever its name says",
                "<TABLE border=1> | is an HTML page, whatever its name says",
                "<?xml version=\"1.0\"?><html> | is an HTML page, whatever its name says",
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?> | is a workbook in XML of 2003",
            })
    void documentsThatAreNoTablesAreTold(String start, String reason) throws IOException {
        assertTold(file("a.xls", start.getBytes(StandardCharsets.UTF_8)), reason);
        assertTold(file("a.csv", ("\uFEFF" + start).replace("\uFEFF%", "%").getBytes(StandardCharsets.UTF_8)), reason);
    }

    @Test
    void archivesAreTold() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new GZIPOutputStream(bytes).close();

        assertThatThrownBy(() -> FileKind.check(file("a.csv", bytes.toByteArray())))
                .hasMessage("a.csv: file is compressed (gzip), expected the file itself");
        assertThatThrownBy(() -> FileKind.check(zip("b.csv", "a.csv")))
                .hasMessage("b.csv: file is a ZIP archive, expected the files that are in it");
        assertThatThrownBy(() -> FileKind.check(zip("c.csv", "xl/workbook.xml")))
                .hasMessage("c.csv: file is a workbook, expected a name that ends in .xlsx");
        assertThatThrownBy(() -> FileKind.check(file("d.xlsx", "Id\n1".getBytes(StandardCharsets.UTF_8))))
                .hasMessage("d.xlsx: file is no workbook (.xlsx); it seems to be text");
        assertThatThrownBy(() -> FileKind.check(file("e.xlsx", new byte[0])))
                .hasMessage("e.xlsx: file is empty, expected a workbook (.xlsx)");
    }

    @Test
    void whatCanBeReadPasses() throws IOException {
        Path workbook = path.resolve("a.xlsx");
        new Workbook().sheet("A", Workbook.row(1, "Id")).write(workbook);

        assertThatCode(() -> FileKind.check(workbook)).doesNotThrowAnyException();
        assertThatCode(() -> FileKind.check(file("a.csv", "Id,<html>\n".getBytes(StandardCharsets.UTF_8))))
                .doesNotThrowAnyException();
        assertThatCode(() -> FileKind.check(file("b.csv", new byte[0]))).doesNotThrowAnyException();
    }
}
