package org.saleskpi.intake.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.saleskpi.intake.UnreadableDataException;

/** The folder that an import reads. */
public final class Folder {

    private Folder() {}

    /**
     * Lists the files of a folder.
     *
     * @param folder the folder
     * @return the names of what is in it in alphabetical order, without those that begin with a point, or with {@code ~$} as
     *     those do that a spreadsheet program keeps beside an open workbook
     * @throws UnreadableDataException if it is missing, no folder, or cannot be read
     */
    public static List<String> files(Path folder) throws UnreadableDataException {
        if (!Files.exists(folder)) {
            throw new UnreadableDataException(folder + " does not exist, expected a folder of files");
        }
        if (!Files.isDirectory(folder)) {
            throw new UnreadableDataException(folder + " is not a folder, expected a folder of files");
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.startsWith("~$"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadableDataException(folder + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Returns the size of files.
     *
     * @param folder the folder
     * @param files names of files in it
     * @return how many bytes they have together, as far as that can be told
     */
    public static long size(Path folder, Collection<String> files) {
        return files.stream()
                .mapToLong(file -> folder.resolve(file).toFile().length())
                .sum();
    }

    /**
     * Accounts for the files that an import leaves unread.
     *
     * @param files the files of the folder
     * @param read those that were read
     * @param collector takes a line about the others, if there are any
     */
    public static void summarizeUnread(List<String> files, Set<String> read, Collector collector) {
        List<String> unread =
                files.stream().filter(file -> !read.contains(file)).toList();
        if (!unread.isEmpty()) {
            collector.summarize("Not read: " + String.join(", ", unread));
        }
    }
}
