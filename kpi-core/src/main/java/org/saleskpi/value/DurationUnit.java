package org.saleskpi.value;

import java.util.Locale;

/** What durations are counted in, and the kind of answer that does. */
enum DurationUnit {
    DAYS("Days"),
    HOURS("Waits");

    private final String answer;

    DurationUnit(String answer) {
        this.answer = answer;
    }

    /** The kind of answer, as messages name it. */
    String answer() {
        return answer;
    }

    /** Returns the unit in English. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
