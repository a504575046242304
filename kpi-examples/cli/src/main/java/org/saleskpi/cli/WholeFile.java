package org.saleskpi.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.disk.Temporary;

/** A file that is there as a whole or not at all: whoever reads it meanwhile finds what was there before. */
final class WholeFile {

    /** What the operating system follows too, before it takes links for a circle. */
    private static final int MOST_LINKS = 40;

    private static final Set<PosixFilePermission> WRITE = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private WholeFile() {}

    /** Writes the bytes of a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, in place of the one that is there, whose permissions it keeps, and which must not be read-only; a device
     * or pipe is written to directly.
     */
    static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                content.writeTo(out);
            }
            return;
        }
        Path target = target(file);
        PosixFileAttributes before = Files.exists(target) ? attributes(target) : null;
        checkWritable(target, before);
        // The draft's name does not grow with that of the file, which may be as long as a name can be.
        try (Temporary draft = Temporary.file(target.resolveSibling(".kpi-" + UUID.randomUUID() + ".tmp"))) {
            try (OutputStream out = new BufferedOutputStream(draft.open())) {
                if (before != null) {
                    keep(before, draft.path());
                }
                content.writeTo(out);
            }
            move(draft.path(), target);
        }
    }

    /** The file that is meant. A link stays one: what it leads to is replaced, or made. */
    static Path target(Path file) throws IOException {
        if (Files.exists(file)) {
            return file.toRealPath();
        }
        Path target = file.toAbsolutePath();
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(target); i++) {
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        if (Files.isSymbolicLink(target)) {
            throw new FileSystemException(file.toString(), null, "it is a circle of links");
        }
        return target;
    }

    /** What a file system of POSIX knows of a file; null on others. */
    private static @Nullable PosixFileAttributes attributes(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? null : view.readAttributes();
    }

    /** Who may write to a folder may replace what nobody may write to: that is not what its owner wants. */
    private static void checkWritable(Path target, @Nullable PosixFileAttributes before) throws IOException {
        if (Files.isDirectory(target) || !Files.exists(target)) {
            return;
        }
        boolean isReadOnly = before != null && before.permissions().stream().noneMatch(WRITE::contains);
        if (isReadOnly || !Files.isWritable(target)) {
            throw new FileSystemException(target.toString(), null, "it is read-only");
        }
    }

    /** Gives a file the group and permissions that another one has; what a group may that cannot be kept, it may not. */
    private static void keep(PosixFileAttributes before, Path draft) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = EnumSet.copyOf(before.permissions());
        try {
            view.setGroup(before.group());
            view.setOwner(before.owner());
        } catch (IOException e) {
            if (!view.readAttributes().group().equals(before.group())) {
                permissions.remove(PosixFilePermission.GROUP_READ);
                permissions.remove(PosixFilePermission.GROUP_WRITE);
                permissions.remove(PosixFilePermission.GROUP_EXECUTE);
            }
        }
        view.setPermissions(permissions);
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
