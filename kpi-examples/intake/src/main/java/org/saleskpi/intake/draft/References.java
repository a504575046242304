package org.saleskpi.intake.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds columns whose texts are ids, or names, in another file. */
final class References {

    private static final int ENOUGH_PERCENT = 80;

    private References() {}

    /** The same files, whose columns know what they refer to. */
    static List<FileProbe> found(List<FileProbe> files) {
        List<FileProbe> known = new ArrayList<>();
        for (FileProbe file : files) {
            List<ColumnProfile> columns = new ArrayList<>();
            for (ColumnProfile column : file.profile().columns()) {
                columns.add(column.isMoment() ? column : column.withReference(reference(file, column, files)));
            }
            known.add(new FileProbe(file.profile().withColumns(columns), file.columns()));
        }
        return known;
    }

    private static ColumnProfile.@Nullable Reference reference(
            FileProbe file, ColumnProfile column, List<FileProbe> files) {
        ColumnTally own = file.tally(column.name());
        ColumnProfile.Reference best = null;
        if (own == null || own.texts().isEmpty()) {
            return null;
        }
        for (FileProbe other : files) {
            for (ColumnProfile target : other.profile().columns()) {
                ColumnTally texts = other.tally(target.name());
                boolean isTarget = !other.profile().file().equals(file.profile().file())
                        && target.isUnique()
                        && !target.isMoment()
                        && texts != null
                        && isNamedLike(column, other.profile(), target)
                        && isAmong(own.texts(), texts.texts());
                // An id says more than a name that happens to be unique.
                if (isTarget && (best == null || ColumnName.of(target.name()).isOfId())) {
                    best = new ColumnProfile.Reference(other.profile().file(), target.name());
                    if (ColumnName.of(target.name()).isOfId()) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    /** Whether names have a word in common: small numbers are in any column of small numbers. */
    private static boolean isNamedLike(ColumnProfile column, FileProfile file, ColumnProfile target) {
        Set<String> words = new HashSet<>(ColumnName.of(column.name()).words());
        words.removeAll(Set.of("id", "name", "key", "number", "csv", "data"));
        Set<String> others = new HashSet<>(ColumnName.of(file.file()).words());
        others.addAll(ColumnName.of(target.name()).words());
        boolean isOwner =
                Roles.OWNER.isOf(column.name()) && Roles.OWNER.isOf(file.file().replaceAll("\\..*", ""));
        return isOwner || new ColumnName(List.copyOf(words)).has(others);
    }

    private static boolean isAmong(Set<String> own, Set<String> others) {
        long found = own.stream().filter(others::contains).count();
        return found * 100 / own.size() >= ENOUGH_PERCENT;
    }
}
