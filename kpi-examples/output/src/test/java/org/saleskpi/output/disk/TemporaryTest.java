package org.saleskpi.output.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporaryTest {

    @TempDir
    private Path place;

    @Test
    void aFolderIsGoneWithAllThatIsInItAndNothingElse() throws IOException {
        Path kept = Files.writeString(place.resolve("kept"), "kept");
        Path path;
        try (Temporary folder = Temporary.folder("kpi-test")) {
            path = folder.path();
            Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "rows");
            Files.createSymbolicLink(path.resolve("link"), place);
            assertThat(path).isDirectory();
        }
        assertThat(path).doesNotExist();
        assertThat(kept).hasContent("kept");
    }

    @Test
    void onlyItsOwnerEntersAFolder() throws IOException {
        Assumptions.assumeTrue(
                place.getFileSystem().supportedFileAttributeViews().contains("posix"));
        try (Temporary folder = Temporary.folder("kpi-test")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFileIsGoneUnlessItWasMovedAway() throws IOException {
        Path target = place.resolve("target");
        try (Temporary file = Temporary.file(place.resolve("draft"))) {
            try (OutputStream out = file.open()) {
                out.write('x');
            }
            Files.move(file.path(), target);
        }
        assertThat(target).hasContent("x");
        try (Temporary file = Temporary.file(place.resolve("draft"))) {
            file.open().close();
            assertThat(file.path()).exists();
        }
        assertThat(place).isDirectoryContaining(path -> path.equals(target));
        assertThat(place.resolve("draft")).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNotOpenedAndOneThatIsGoneIsNotMadeAgain() throws IOException {
        Temporary file = Temporary.file(place.resolve("draft"));
        file.open().close();
        assertThatThrownBy(file::open).isInstanceOf(FileAlreadyExistsException.class);
        file.close();
        assertThatThrownBy(file::open).isInstanceOf(NoSuchFileException.class).hasMessageContaining("told to stop");
    }

    @Test
    void aFailureNamesTheFolderAndWhatHappened() {
        String folder =
                "the folder of temporary files, " + System.getProperty("java.io.tmpdir") + ", cannot take its rows ";
        String remedy = ", expected room there, or another one by java -Djava.io.tmpdir=DIR";
        assertThat(Temporary.failure("its rows", new IOException("No space left on device")))
                .hasMessage(folder + "(No space left on device)" + remedy);
        assertThat(Temporary.failure("its rows", new FileSystemException("x", null, "Read-only file system")))
                .hasMessage(folder + "(Read-only file system)" + remedy);
        assertThat(Temporary.failure("its rows", new AccessDeniedException("x")))
                .hasMessage(folder + "(AccessDeniedException)" + remedy);
    }
}
