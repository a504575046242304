package org.saleskpi.intake.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.saleskpi.sales.RecordType;

/** Chooses the columns of a file that the fields of its records probably are. A column is chosen once. Not thread-safe. */
final class Choice {

    private final FileProbe probe;
    private final Set<String> taken = new HashSet<>();

    Choice(FileProbe probe) {
        this.probe = probe;
    }

    FileProbe probe() {
        return probe;
    }

    private List<ColumnProfile> columns() {
        return probe.profile().columns();
    }

    private Optional<ColumnProfile> first(Predicate<ColumnProfile> fits) {
        return columns().stream()
                .filter(column -> !taken.contains(column.name()) && column.filled() > 0 && fits.test(column))
                .findFirst();
    }

    private Optional<ColumnProfile> take(Optional<ColumnProfile> found) {
        found.ifPresent(column -> taken.add(column.name()));
        return found;
    }

    /** The column that tells rows apart; else the first that looks like it. */
    Optional<ColumnProfile> id() {
        return take(idOf(probe.profile()).filter(column -> !taken.contains(column.name())));
    }

    /** The column that tells the rows of a file apart. */
    static Optional<ColumnProfile> idOf(FileProfile file) {
        ColumnName stem = ColumnName.of(file.file());
        List<Predicate<ColumnProfile>> ways = List.of(
                column -> column.isUnique() && ColumnName.of(column.name()).isId(),
                column -> column.isUnique()
                        && ColumnName.of(column.name()).isOfId()
                        && ColumnName.of(column.name()).has(Set.copyOf(stem.words())),
                column -> column.isUnique() && ColumnName.of(column.name()).isOfId(),
                column -> column.isUnique() && !column.isMoment() && column.empty() == 0,
                column -> ColumnName.of(column.name()).isId(),
                column -> ColumnName.of(column.name()).isOfId() && column.empty() == 0,
                column -> !column.isMoment() && column.empty() == 0);
        return ways.stream()
                .flatMap(way -> file.columns().stream()
                        .filter(column -> column.filled() > 0 && way.test(column))
                        .limit(1))
                .findFirst();
    }

    /** A moment of a role; else, if any will do, the first moment that has no other role. */
    Optional<ColumnProfile> moment(Roles role, boolean isAnyGood) {
        Optional<ColumnProfile> named = first(column -> column.isMoment() && role.isOf(column.name()));
        if (named.isPresent() || !isAnyGood) {
            return take(named);
        }
        Optional<ColumnProfile> other = first(
                column -> column.isMoment() && !Roles.CLOSE.isOf(column.name()) && !Roles.END.isOf(column.name()));
        return take(other.isPresent() ? other : first(ColumnProfile::isMoment));
    }

    Optional<ColumnProfile> amount() {
        return take(first(column -> column.numbers() != null
                && !column.isMoment()
                && Roles.AMOUNT.isOf(column.name())
                && !ColumnName.of(column.name()).isOfId()));
    }

    Optional<ColumnProfile> score() {
        return take(first(column -> column.numbers() != null && Roles.SCORE.isOf(column.name())));
    }

    /** A column of few texts, of a role. */
    Optional<ColumnProfile> words(Roles role) {
        return take(first(column -> {
            ColumnTally tally = probe.tally(column.name());
            return role.isOf(column.name())
                    && !column.isMoment()
                    && !ColumnName.of(column.name()).isOfId()
                    && tally != null
                    && !tally.words().isEmpty()
                    && (column.distinct() * 2 <= column.filled() || column.filled() < 20);
        }));
    }

    Optional<ColumnProfile> text(Roles role) {
        return take(first(column -> role.isOf(column.name()) && !column.isMoment()));
    }

    /** The customer of a fact: what refers to a file of customers, or is called like one. */
    Optional<ColumnProfile> customer(Set<String> customerFiles) {
        // An id may be that of the customer too: a file with a row for each.
        Optional<ColumnProfile> reference = columns().stream()
                .filter(column -> column.reference() != null
                        && customerFiles.contains(column.reference().file()))
                .findFirst();
        if (reference.isPresent()) {
            return take(reference);
        }
        Optional<ColumnProfile> id = first(
                column -> isCustomer(column) && ColumnName.of(column.name()).isOfId());
        return take(id.isPresent() ? id : first(column -> isCustomer(column) && column.numbers() == null));
    }

    private static boolean isCustomer(ColumnProfile column) {
        ColumnName name = ColumnName.of(column.name());
        return Roles.CUSTOMER.isOf(column.name())
                && !column.isMoment()
                && !Roles.STATUS.isOf(column.name())
                && !Roles.GROUP.isOf(column.name())
                && !Roles.OWNER.isOf(column.name())
                && !name.has(Set.of("type", "size", "email", "phone", "count", "profile"));
    }

    /** Columns by which one may want to group. */
    List<ColumnProfile> groups() {
        return columns().stream()
                .filter(column -> !taken.contains(column.name())
                        && Roles.GROUP.isOf(column.name())
                        && !column.isMoment()
                        && column.numbers() == null
                        && !ColumnName.of(column.name()).isOfId()
                        && column.distinct() > 1
                        && column.distinct() <= 50)
                .limit(3)
                .toList();
    }

    /** Whether records of a kind can be made at all. */
    boolean isFitFor(RecordType type) {
        boolean hasMoment = columns().stream().anyMatch(ColumnProfile::isMoment);
        boolean hasNumber =
                columns().stream().anyMatch(column -> column.numbers() != null && Roles.AMOUNT.isOf(column.name()));
        boolean hasScore =
                columns().stream().anyMatch(column -> column.numbers() != null && Roles.SCORE.isOf(column.name()));
        return probe.profile().rows() > 0
                && idOf(probe.profile()).isPresent()
                && hasMoment
                && (type != RecordType.CONTRACT || hasNumber)
                && (type != RecordType.SURVEY || hasScore);
    }
}
