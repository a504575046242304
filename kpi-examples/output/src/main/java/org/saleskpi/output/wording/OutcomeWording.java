package org.saleskpi.output.wording;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what became of the records behind a number. Immutable and thread-safe. */
public final class OutcomeWording {

    /** An answer of a survey: the score, and the scale with its highest. */
    private static final Pattern SURVEY = Pattern.compile("(\\d+) (?:CSAT_|NPS)(\\d*)");

    private static final String HIGHEST_OF_NPS = "10";

    private final Wording wording;

    /**
     * Creates the words of a language.
     *
     * @param wording the words of reports
     */
    public OutcomeWording(Wording wording) {
        this.wording = wording;
    }

    /**
     * Returns what became of a record.
     *
     * @param outcome the word of the exchange format, or score and scale of a survey; null for nothing
     * @return the words; empty for nothing
     */
    public String of(@Nullable String outcome) {
        if (outcome == null) {
            return "";
        }
        Matcher survey = SURVEY.matcher(outcome);
        if (survey.matches()) {
            String highest = survey.group(2).isEmpty() ? HIGHEST_OF_NPS : survey.group(2);
            return wording.say("outcome.score", survey.group(1), highest);
        }
        return wording.say("outcome." + outcome.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
