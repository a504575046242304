package org.saleskpi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.mapping.InvalidMappingException;
import picocli.CommandLine.ParameterException;

/** What a command reads: its answer must not be written over it. */
final class Inputs {

    private static final String ZIP = ".zip";
    private static final String GZIP = ".gz";

    private final Path data;
    private final DataSource.Choice choice;
    private final List<Path> files;

    /**
     * Creates the inputs.
     *
     * @param data the folder of records, or a file of them
     * @param choice which files of the folder are read
     * @param files what else is read
     */
    Inputs(Path data, DataSource.Choice choice, List<Path> files) {
        this.data = data;
        this.choice = choice;
        this.files = files;
    }

    /** Makes sure that a file is none that is read, by whatever name or link, nor would be as soon as it is there. */
    void spare(@Nullable Path out, Arguments arguments) {
        if (out == null) {
            return;
        }
        try {
            for (Path input : Stream.concat(Stream.of(data), files.stream()).toList()) {
                if (isSame(input, out)) {
                    throw isRead(out, input, arguments);
                }
            }
            if (Files.isDirectory(data)) {
                spareFolder(out, arguments);
            }
        } catch (IOException e) {
            // Reading or writing will tell why.
        }
    }

    private void spareFolder(Path out, Arguments arguments) throws IOException {
        Path target = WholeFile.target(out);
        Path parent = target.getParent();
        if (parent != null && isSame(parent, data) && isRead(target)) {
            throw isRead(out, data.resolve(target.getFileName()), arguments);
        }
        if (Files.exists(target)) {
            try (Stream<Path> inputs = Files.list(data)) {
                for (Path input : inputs.filter(this::isRead).toList()) {
                    if (isSame(input, target)) {
                        throw isRead(out, input, arguments);
                    }
                }
            }
        }
    }

    private boolean isRead(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.toLowerCase(Locale.ROOT);
        if (ending.endsWith(ZIP)) {
            return Files.isRegularFile(file); // Any of its files may be read.
        }
        if (name.equals(Settings.FILE)) {
            return true;
        }
        try {
            return choice.reads(ending.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name);
        } catch (InvalidMappingException e) {
            return false; // Reading the folder will tell.
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    }

    private static ParameterException isRead(Path out, Path input, Arguments arguments) {
        return input.equals(out)
                ? arguments.badValue("--out", out.toString(), "out.read")
                : arguments.badValue("--out", out.toString(), "out.read-as", input.toString());
    }
}
