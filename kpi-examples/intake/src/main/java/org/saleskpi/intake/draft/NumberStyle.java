package org.saleskpi.intake.draft;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * How numbers are written. Immutable and thread-safe.
 *
 * @param decimal what stands before the decimals: {@code .} or {@code ,}
 * @param grouping what stands between groups of digits; empty for nothing
 * @param symbols the signs or codes of currencies beside the numbers; none if there are none
 */
public record NumberStyle(String decimal, String grouping, Set<String> symbols) {

    /**
     * Creates a style; a draft does.
     *
     * @param decimal what stands before the decimals
     * @param grouping what stands between groups of digits
     * @param symbols the signs or codes of currencies
     */
    public NumberStyle {
        requireNonNull(decimal, "decimal");
        requireNonNull(grouping, "grouping");
        symbols = Set.copyOf(symbols);
    }

    boolean isPlain() {
        return decimal.equals(".") && grouping.isEmpty() && symbols.isEmpty();
    }
}
