package org.saleskpi.intake.mapping;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a proposal that is decided, of which nothing says when.
 *
 * @param keepsOpen whether it counts as pending
 * @param moment what dates it in place of its own moment; null for nothing
 */
record UndatedDecision(boolean keepsOpen, @Nullable MomentRule moment) {

    /** It is bad. */
    static final UndatedDecision REJECTED = new UndatedDecision(false, null);

    static UndatedDecision parse(Yaml yaml, Forms forms) throws InvalidMappingException {
        if (!yaml.isText()) {
            return new UndatedDecision(false, MomentRule.parse(yaml, forms));
        }
        return switch (yaml.text()) {
            case "reject" -> REJECTED;
            case "pending" -> new UndatedDecision(true, null);
            default -> throw yaml.error("is unknown, expected pending, reject, or a moment such as {column: Modified}");
        };
    }

    /** All that is read from the row. */
    Stream<TextSource> sources() {
        return moment == null ? Stream.empty() : moment.sources();
    }
}
