package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase book: says in the language of a reader what the library and the import say in English, such as the reasons of
 * problems, which are made for programs and their logs. A phrase that is not in the book stays as it is. Immutable and
 * thread-safe.
 */
public final class Phrases {

    private static final String BUNDLE = "org.saleskpi.output.wording.Phrases";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(#?)}");

    private static final String ANYTHING = "(.+?)";
    /** What stands before a sign in English; French has a space there, so that what is said already is not said anew. */
    private static final String UP_TO_A_SIGN = "(.*?[^\\s\u202F])";

    private static final String NUMBER = "([0-9]+)";

    /** What varies in a phrase of this kind is made of phrases too. */
    private static final String JOINED = "joined.";

    /** The same for one that says more at the end of any other: it is looked for first. */
    private static final String SUFFIX = "suffix.";

    /** How many phrases may be within each other: names of columns and the like may look like any number of them. */
    private static final int DEEPEST = 24;

    /** A longer text is data, in which looking for phrases takes the square of its length. */
    private static final int LONGEST = 10_000;

    private final Texts texts;
    private final List<Phrase> phrases;

    /**
     * Creates the phrase book of a language.
     *
     * @param locale the language; where it has none, English stays English
     */
    public Phrases(Locale locale) {
        this.texts =
                new Texts(requireNonNull(locale, "locale"), language -> ResourceBundle.getBundle(BUNDLE, language));
        this.phrases = texts.language().equals(Locale.ENGLISH) ? List.of() : phrases();
    }

    private static List<Phrase> phrases() {
        ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
        return english.keySet().stream()
                .map(key -> Phrase.of(key, english.getString(key)))
                .sorted(Comparator.comparing(Phrase::rank)
                        .thenComparing(Phrase::fixed, Comparator.reverseOrder())
                        .thenComparing(Phrase::key))
                .toList();
    }

    /**
     * A phrase in English.
     *
     * @param key its key
     * @param start what it begins with, whatever varies
     * @param form what it looks like
     * @param places which argument stands in each place
     * @param fixed how many of its characters do not vary
     */
    private record Phrase(String key, String start, Pattern form, List<Integer> places, int fixed) {

        static Phrase of(String key, String text) {
            StringBuilder form = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            Matcher place = PLACE.matcher(text);
            String anything = isMadeOfPhrases(key) ? UP_TO_A_SIGN : ANYTHING;
            int done = 0;
            int fixed = 0;
            while (place.find()) {
                fixed += place.start() - done;
                form.append(Pattern.quote(text.substring(done, place.start())))
                        .append(place.group(2).isEmpty() ? anything : NUMBER);
                places.add(Integer.valueOf(place.group(1)));
                done = place.end();
            }
            form.append(Pattern.quote(text.substring(done)));
            int start = text.indexOf('{');
            return new Phrase(
                    key,
                    start < 0 ? text : text.substring(0, start),
                    Pattern.compile(form.toString(), Pattern.DOTALL),
                    List.copyOf(places),
                    fixed + text.length() - done);
        }

        /** First what says more of any phrase, last what joins any two. */
        int rank() {
            return key.startsWith(SUFFIX) ? 0 : key.startsWith(JOINED) ? 2 : 1;
        }

        boolean isMadeOfPhrases() {
            return isMadeOfPhrases(key);
        }

        private static boolean isMadeOfPhrases(String key) {
            return key.startsWith(SUFFIX) || key.startsWith(JOINED);
        }
    }

    /**
     * Says a phrase in the language of the reader.
     *
     * @param english the phrase
     * @return the same in the language; the phrase itself where the book does not have it
     */
    public String say(String english) {
        return english.length() > LONGEST ? english : say(english, 0);
    }

    private String say(String english, int depth) {
        if (depth > DEEPEST) {
            return english;
        }
        String text = english.stripLeading();
        for (Phrase phrase : phrases) {
            if (text.startsWith(phrase.start())) {
                Matcher found = phrase.form().matcher(text);
                if (found.matches()) {
                    String indent = english.substring(0, english.length() - text.length());
                    return indent + texts.say(phrase.key(), arguments(phrase, found, depth));
                }
            }
        }
        return english;
    }

    private String[] arguments(Phrase phrase, Matcher found, int depth) {
        String[] arguments = new String[phrase.places().size()];
        for (int i = 0; i < arguments.length; i++) {
            String part = found.group(i + 1);
            arguments[phrase.places().get(i)] = phrase.isMadeOfPhrases() ? say(part, depth + 1) : part;
        }
        return arguments;
    }
}
