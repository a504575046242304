package org.saleskpi.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.Progress;
import org.saleskpi.intake.UnreadableDataException;

/**
 * The files that data lie in: those of a folder, those of a ZIP archive, or one alone. What is packed, in the archive itself, in
 * one that lies in the folder, or as {@code calls.csv.gz}, goes by the name that it has unpacked; it is unpacked when it is
 * asked for, into a folder of its own that {@link #close} removes. Not thread-safe.
 */
public final class DataFiles implements Tables, AutoCloseable {

    private final Path data;
    private final Map<String, List<Packed>> files = new TreeMap<>();
    private final Map<String, Path> unpacked = new HashMap<>();
    private final Map<String, List<String>> sheets = new HashMap<>();
    private final Unpacking unpacking = new Unpacking();

    /** Where a file is: as it is, or within a packed one. */
    private record Packed(Path path, Archive.@Nullable Entry entry) {

        @Override
        public String toString() {
            return path.getFileName() + (entry == null || entry.name().isEmpty() ? "" : " (" + entry.name() + ")");
        }
    }

    private DataFiles(Path data) {
        this.data = data;
    }

    /**
     * Finds the files of data.
     *
     * @param data a folder, a ZIP archive, or a file
     * @return the files, to be closed
     * @throws UnreadableDataException if it is missing or cannot be read
     */
    public static DataFiles open(Path data) throws UnreadableDataException {
        if (!Files.exists(data)) {
            throw new UnreadableDataException(data + " does not exist, expected a folder of files");
        }
        DataFiles files = new DataFiles(data);
        try {
            if (Files.isDirectory(data)) {
                files.addFolder();
            } else if (Archive.isArchive(data)) {
                files.addAll(data, Archive.entries(data));
            } else if (Files.isRegularFile(data)) {
                files.add(data);
            } else {
                throw new UnreadableDataException(
                        data + " is a pipe or device, expected a folder of files, a ZIP archive or a file");
            }
            return files;
        } catch (IOException e) {
            throw new UnreadableDataException(data + " cannot be read: " + e.getMessage());
        } catch (BrokenFileException e) {
            throw new UnreadableDataException(data + " " + e.reason());
        }
    }

    /**
     * Takes the bytes of a stream as a file.
     *
     * @param name the name of the file
     * @param bytes the bytes, of which all are read
     * @return the file, to be closed
     * @throws UnreadableDataException if the bytes cannot be read or kept
     */
    public static DataFiles of(String name, InputStream bytes) throws UnreadableDataException {
        DataFiles files = new DataFiles(Path.of(name));
        try {
            Path path = files.unpacking.copy(name, bytes);
            files.files.put(name, List.of(new Packed(path, null)));
            return files;
        } catch (IOException e) {
            files.close();
            throw new UnreadableDataException(name + " cannot be read: " + e.getMessage());
        } catch (BrokenFileException e) {
            files.close();
            throw new UnreadableDataException(name + " " + e.reason());
        }
    }

    private void addFolder() throws IOException {
        List<Path> packed = new ArrayList<>();
        try (Stream<Path> paths = Files.list(data)) {
            for (Path path : paths.filter(path -> Archive.isShown(fileName(path)))
                    .sorted()
                    .toList()) {
                if (Archive.isPacked(path)) {
                    packed.add(path);
                } else {
                    add(path);
                }
            }
        }
        Set<String> plain = new HashSet<>(files.keySet());
        for (Path path : packed) {
            List<Archive.Entry> entries = entriesIfReadable(path);
            // What lies there unpacked too is read as it lies there, and the packed file as a whole is told as unread.
            if (entries.isEmpty() || entries.stream().anyMatch(entry -> plain.contains(entry.fileName()))) {
                put(fileName(path), new Packed(path, null));
            } else {
                addAll(path, entries);
            }
        }
    }

    private static List<Archive.Entry> entriesIfReadable(Path path) {
        try {
            return Archive.entries(path);
        } catch (BrokenFileException | IOException e) {
            return List.of(); // Told when it is read, and otherwise as a file that is not.
        }
    }

    private void add(Path path) throws IOException {
        if (Archive.isPacked(path)) {
            addAll(path, Archive.entries(path));
        } else {
            put(fileName(path), new Packed(path, null));
        }
    }

    private void addAll(Path path, List<Archive.Entry> entries) {
        entries.forEach(entry -> put(entry.fileName(), new Packed(path, entry)));
    }

    private void put(String name, Packed file) {
        files.computeIfAbsent(name, key -> new ArrayList<>(1)).add(file);
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }

    @Override
    public Table open(SheetName name, TableForm form, WantedColumns columns, Progress progress) {
        return TableFile.open(path(name.file()), name, form, columns, progress);
    }

    /**
     * Returns the names of the files.
     *
     * @return the names in alphabetical order, without those that begin with a point, or with {@code ~$} as those do that a
     *     spreadsheet program keeps beside an open workbook
     */
    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /**
     * Returns where a file can be read.
     *
     * @param name its name
     * @return the path of the file, unpacked
     * @throws BrokenFileException if it cannot be unpacked, or there are two of that name
     */
    public Path path(String name) {
        List<Packed> found = files.getOrDefault(name, List.of());
        if (found.isEmpty()) {
            throw new BrokenFileException(name, "does not exist");
        }
        Packed file = found.get(0);
        if (found.size() > 1) {
            throw new BrokenFileException(
                    name,
                    "is in the data " + found.size() + " times, in "
                            + String.join(
                                    " and ",
                                    found.stream().map(Packed::toString).toList()) + ", expected once");
        }
        Archive.Entry entry = file.entry();
        if (entry == null) {
            return file.path();
        }
        Path path = unpacked.get(name);
        if (path == null) {
            path = unpacking.unpack(file.path(), entry);
            unpacked.put(name, path);
        }
        return path;
    }

    /**
     * Returns the size of files.
     *
     * @param names their names
     * @return how many bytes they have together, unpacked, as far as that can be told
     */
    @Override
    public long size(Collection<String> names) {
        long size = 0;
        for (String name : names) {
            try {
                size += path(name).toFile().length();
            } catch (BrokenFileException e) {
                // Told when it is read.
            }
        }
        return size;
    }

    @Override
    public List<String> sheets(String name) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return List.of();
        }
        return sheets.computeIfAbsent(name, workbook -> {
            try {
                Path path = path(workbook);
                FileKind.check(path);
                WorkbookCheck.check(path);
                return SheetXml.names(path).stream().map(CleanText::normal).toList();
            } catch (BrokenFileException | IOException e) {
                return List.of(); // Told when it is read.
            }
        });
    }

    @Override
    public String nameOf(String name) {
        return data.resolve(name).toString();
    }

    /** Removes what was unpacked. */
    @Override
    public void close() {
        unpacking.close();
    }

    /** Returns where the data are, as it was given. */
    @Override
    public String toString() {
        return data.toString();
    }
}
