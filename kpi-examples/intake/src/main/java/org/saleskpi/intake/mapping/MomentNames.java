package org.saleskpi.intake.mapping;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that a language has for months, days of the week and the halves of a day: in full or abbreviated, with points or
 * without, in capitals or not, with accents or not. Immutable and thread-safe.
 */
final class MomentNames {

    /** What is named in a pattern of moments, by its letter. */
    enum Field {
        MONTH,
        DAY,
        HALF;

        /** The field of a letter of patterns that stands for a name; null for other letters. */
        static @Nullable Field of(char letter, int count) {
            return switch (letter) {
                case 'M', 'L' -> count >= SHORTEST ? MONTH : null;
                case 'E' -> DAY;
                case 'a' -> HALF;
                default -> null;
            };
        }
    }

    private static final TextStyle[] STYLES = {
        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
    };
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}.]*");
    private static final Pattern HALF_OF_DAY = Pattern.compile("(?<!\\p{L})([aApP])\\.? ?[mM](?!\\p{L})\\.?");
    private static final Pattern FIRST_IN_FRENCH = Pattern.compile("(?<![0-9])1er(?!\\p{L})");

    /** The fewest letters that may stand for a name. */
    private static final int SHORTEST = 3;

    private final Map<Field, Map<String, Integer>> names;
    private final boolean isFrench;

    private MomentNames(Locale language) {
        DateTimeFormatter half = DateTimeFormatter.ofPattern("a", language);
        Map<String, Integer> halves = new HashMap<>(Map.of("am", 0, "pm", 1));
        halves.put(plain(half.format(LocalTime.of(9, 0))), 0);
        halves.put(plain(half.format(LocalTime.of(21, 0))), 1);
        this.names = Map.of(
                Field.MONTH, names(12, (number, style) -> Month.of(number + 1).getDisplayName(style, language)),
                Field.DAY, names(7, (number, style) -> DayOfWeek.of(number + 1).getDisplayName(style, language)),
                Field.HALF, halves);
        this.isFrench = language.getLanguage().equals("fr");
    }

    /** The names of a language, by its code; null when there is none of that code. */
    static @Nullable MomentNames of(String code) {
        boolean isKnown = Arrays.stream(Locale.getAvailableLocales())
                .anyMatch(known -> !code.isEmpty() && known.getLanguage().equals(code));
        return isKnown ? new MomentNames(Locale.forLanguageTag(code)) : null;
    }

    private interface Naming {
        String name(int number, TextStyle style);
    }

    private static Map<String, Integer> names(int count, Naming naming) {
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < count; i++) {
            for (TextStyle style : STYLES) {
                names.put(plain(naming.name(i, style)), i);
            }
        }
        // What stands for two is none of either.
        Map<String, Integer> beginnings = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        names.forEach((name, number) -> {
            for (int length = SHORTEST; length < name.length(); length++) {
                String beginning = name.substring(0, length);
                Integer other = beginnings.put(beginning, number);
                if (other != null && !other.equals(number)) {
                    ambiguous.add(beginning);
                }
            }
        });
        beginnings.keySet().removeAll(ambiguous);
        beginnings.forEach(names::putIfAbsent);
        return names;
    }

    /** A name without what it may be written with or without. */
    private static String plain(String name) {
        return NOT_LETTERS
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                // Capitals of Turkish are those of both.
                .replace('\u0131', 'i');
    }

    /**
     * Writes the names in a text as a pattern expects them in English.
     *
     * @param text a moment
     * @param fields what the pattern names, in its order
     * @param styles how, by field
     * @param keepsPoints whether a point behind a name is not part of it
     */
    String inEnglish(String text, List<Field> fields, List<TextStyle> styles, boolean keepsPoints) {
        String plain = isFrench ? FIRST_IN_FRENCH.matcher(text).replaceAll("1") : text;
        if (fields.contains(Field.HALF)) {
            plain = HALF_OF_DAY.matcher(plain).replaceAll("$1m");
        }
        StringBuilder english = new StringBuilder();
        Matcher found = NAME.matcher(plain);
        int next = 0;
        while (found.find()) {
            int field = next;
            Integer number = null;
            for (; field < fields.size() && number == null; field++) {
                number = names.getOrDefault(fields.get(field), Map.of()).get(plain(found.group()));
            }
            if (number == null) {
                found.appendReplacement(english, Matcher.quoteReplacement(found.group()));
            } else {
                next = field;
                String point = keepsPoints && found.group().endsWith(".") ? "." : "";
                found.appendReplacement(
                        english, inEnglish(fields.get(field - 1), number, styles.get(field - 1)) + point);
            }
        }
        return found.appendTail(english).toString();
    }

    private static String inEnglish(Field field, int number, TextStyle style) {
        return switch (field) {
            case MONTH -> Month.of(number + 1).getDisplayName(style, Locale.ENGLISH);
            case DAY -> DayOfWeek.of(number + 1).getDisplayName(style, Locale.ENGLISH);
            case HALF -> number == 0 ? "AM" : "PM";
        };
    }
}
