package org.saleskpi.intake.mapping;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.RecordType;

/** What several rows with one id are. */
enum Repetition {
    /** As many records, of which all but equal ones are bad. */
    NONE,
    /** One customer, known since the earliest of them. */
    EARLIEST,
    /** One record, whose amount is the sum of theirs. */
    SUM,
    /** One record, which the first of them tells. */
    FIRST,
    /** One record, which the last of them tells. */
    LAST;

    static Repetition parse(@Nullable Yaml yaml, RecordType type) throws InvalidMappingException {
        if (yaml == null) {
            return NONE;
        }
        String word = yaml.word(
                switch (type) {
                    case CUSTOMER -> Set.of("earliest", "first", "last");
                    case PROPOSAL, CONTRACT -> Set.of("sum", "first", "last");
                    default -> Set.of("first", "last");
                });
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
