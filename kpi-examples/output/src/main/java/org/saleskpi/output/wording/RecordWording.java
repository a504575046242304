package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesRecord;

/** Says which record is meant. Immutable and thread-safe. */
public final class RecordWording {

    private final Wording wording;

    /**
     * Creates the words of a language.
     *
     * @param wording the language
     */
    public RecordWording(Wording wording) {
        this.wording = requireNonNull(wording, "wording");
    }

    /**
     * Says which record is meant.
     *
     * @param record the record
     * @return its kind and its id, such as {@code meeting m-17}, on one line
     */
    public String of(SalesRecord record) {
        RecordType type = record.type();
        String kind = type == RecordType.CUSTOMER
                ? wording.say("record.customer")
                : wording.say("fact." + type.name().toLowerCase(Locale.ROOT));
        return DisplayText.oneLine(kind + " " + record.id());
    }
}
