package org.saleskpi.intake.table;

import java.nio.file.Files;
import java.nio.file.Path;

/** Says of a path that is no file with bytes of its own what it is: a pipe would be waited for, and for ever. */
final class RegularFile {

    private RegularFile() {}

    /** Checks that there is a file to be read; throws {@link BrokenFileException} if there is none. */
    static void check(Path path) {
        String fault = Files.isDirectory(path)
                ? "is a folder, expected a file"
                : !Files.exists(path)
                        ? Files.isSymbolicLink(path) ? "is a link that leads nowhere" : "does not exist"
                        : !Files.isRegularFile(path)
                                ? "is a pipe or device, expected a file"
                                : !Files.isReadable(path) ? "cannot be read: there is no permission to" : null;
        if (fault != null) {
            throw new BrokenFileException(String.valueOf(path.getFileName()), fault);
        }
    }
}
