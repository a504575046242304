package org.saleskpi.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of files that a test writes. */
public record TestFolder(Path path) {

    public TestFolder with(String file, String... lines) {
        return with(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    public TestFolder with(String file, String text, Charset charset) {
        try {
            Files.write(path.resolve(file), text.getBytes(charset));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
