package org.saleskpi.output;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.jackson.form.FactForm;

/**
 * A fact behind an answer as one row of a table. Immutable and thread-safe.
 *
 * @param standing what it is for the answer
 * @param type the kind of fact, such as {@code proposal}
 * @param id the id of its record, or of its customer
 * @param at its own moment: a call was made then, a proposal sent, a contract signed
 * @param countedAt the moment at which the answer counts it: a win rate counts a proposal when it is decided
 * @param customer the id of its customer; null if it has none
 * @param owner its own rep, else that of its customer; null if neither has one
 * @param outcome what became of it; null where nothing is recorded
 * @param amount its own amount; null if it has none
 * @param origin the file and line of its record; null if it does not say
 */
public record FactRow(
        FactPage.Standing standing,
        String type,
        String id,
        Instant at,
        Instant countedAt,
        @Nullable String customer,
        @Nullable String owner,
        @Nullable String outcome,
        @Nullable Money amount,
        @Nullable String origin) {

    static FactRow of(FactPage.Standing standing, FactForm fact) {
        return new FactRow(
                standing,
                fact.type(),
                fact.id(),
                fact.at(),
                fact.countedAt(),
                fact.customer(),
                fact.owner(),
                fact.outcome(),
                fact.amount(),
                fact.origin());
    }

    /**
     * Returns whether the answer counts it at another moment than its own.
     *
     * @return whether {@code countedAt} and {@code at} differ
     */
    public boolean isCountedAtAnother() {
        return !countedAt.equals(at);
    }

    FactForm form() {
        return new FactForm(type, id, at, countedAt, customer, owner, outcome, amount, origin);
    }
}
