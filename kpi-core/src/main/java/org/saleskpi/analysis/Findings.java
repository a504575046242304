package org.saleskpi.analysis;

import static java.util.Objects.requireNonNull;
import static org.saleskpi.check.Elements.requireElements;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.SalesHistory;

/**
 * What is legal in a history and suspicious all the same: what to look at before numbers are believed. Nothing is repaired.
 *
 * <pre>{@code
 * for (Finding finding : Findings.of(history).findings()) {
 *     System.out.println(finding); // such as stale-proposal: 3 of 19
 *     finding.records().forEach(record -> System.out.println("  " + record.type() + " " + record.id()));
 * }
 * }</pre>
 *
 * <p>Time is told from the end of the view or, in a history that is none, from the latest moment of a fact, planned meetings apart.
 * Days are the difference of local dates. Immutable and thread-safe.
 *
 * @param asOf the moment as of which the history was viewed; null for all that is known
 * @param findings what was found, in the order of {@link FindingKind}; kinds without a record are left out; unmodifiable
 * @since 0.1.0
 */
public record Findings(@Nullable Instant asOf, List<Finding> findings) {

    /**
     * Creates findings.
     *
     * @param asOf the moment as of which the history was viewed; null for all that is known
     * @param findings what was found, in any order
     */
    public Findings {
        findings = requireElements(findings, "findings").stream()
                .sorted(Comparator.comparing(Finding::kind))
                .toList();
    }

    /**
     * Looks through a history, or a view of one.
     *
     * @param history the records
     * @return what is beyond the {@link FindingThresholds#STANDARD standard thresholds}
     */
    public static Findings of(SalesHistory history) {
        return of(history, FindingThresholds.STANDARD);
    }

    /**
     * Looks through a history, or a view of one.
     *
     * @param history the records
     * @param thresholds from where on they are suspicious
     * @return what was found
     */
    public static Findings of(SalesHistory history, FindingThresholds thresholds) {
        requireNonNull(history, "history");
        Suspicion suspicion = new Suspicion(history, requireNonNull(thresholds, "thresholds"));
        return new Findings(
                history.viewedAsOf().orElse(null),
                Stream.of(
                                new SuspiciousProposals(suspicion).findings(),
                                new SuspiciousContracts(suspicion).findings(),
                                new SuspiciousCustomers(suspicion).findings(),
                                new SuspiciousFacts(suspicion).findings())
                        .flatMap(found -> found)
                        .toList());
    }

    /**
     * Returns what was found of a kind.
     *
     * @param kind the kind
     * @return the finding; empty if there is none
     */
    public Optional<Finding> finding(FindingKind kind) {
        requireNonNull(kind, "kind");
        return findings.stream().filter(finding -> finding.kind() == kind).findFirst();
    }

    /** Returns the findings line by line, for a person to read. */
    @Override
    public String toString() {
        return findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
