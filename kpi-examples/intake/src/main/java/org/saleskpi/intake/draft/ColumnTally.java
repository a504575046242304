package org.saleskpi.intake.draft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the cells of a column one after the other. Not thread-safe. */
final class ColumnTally {

    /** More texts than these are not told apart. */
    private static final int MAX_DISTINCT = 50_000;

    private static final int MAX_SHAPES = 2_000;
    private static final int SHOWN_SHAPES = 3;
    private static final int MAX_WORDS = 60;
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_SHAPE = 30;

    private final String name;
    private final MomentGuess moments;
    private final NumberGuess numbers = new NumberGuess();
    private final Set<String> texts = new HashSet<>();
    private final Map<String, Integer> shapes = new HashMap<>();
    private @Nullable Map<String, Integer> words = new HashMap<>();
    private boolean isUnique = true;
    private int filled;
    private int empty;

    ColumnTally(String name) {
        this.name = name;
        this.moments = new MomentGuess(ColumnName.of(name).isOfMoment());
    }

    void add(@Nullable String text) {
        if (text == null) {
            empty++;
            return;
        }
        filled++;
        moments.add(text);
        numbers.add(text);
        if (shapes.size() < MAX_SHAPES) {
            shapes.merge(shape(text), 1, Integer::sum);
        }
        if (texts.size() < MAX_DISTINCT) {
            isUnique &= texts.add(text);
        } else {
            isUnique &= !texts.contains(text);
        }
        if (words != null) {
            words.merge(text, 1, Integer::sum);
            if (words.size() > MAX_WORDS || text.length() > LONGEST_WORD) {
                words = null;
            }
        }
    }

    /** How many rows lack the column. */
    void addEmpty(int count) {
        empty += count;
    }

    String name() {
        return name;
    }

    /** The texts, as far as they are told apart. */
    Set<String> texts() {
        return texts;
    }

    /** The texts and how often each occurs, if they are few; for a draft that has to name them. */
    Map<String, Integer> words() {
        return words == null ? Map.of() : words;
    }

    ColumnProfile profile() {
        List<String> frequent = shapes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN_SHAPES)
                .map(Map.Entry::getKey)
                .toList();
        return new ColumnProfile(
                name,
                filled,
                empty,
                texts.size(),
                isUnique && filled > 0,
                frequent,
                moments.formats(),
                numbers.style(),
                null,
                Map.of());
    }

    /** The form of a text without what it says. */
    static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        text.codePoints().limit(LONGEST_SHAPE).forEach(codePoint -> {
            if (Character.isDigit(codePoint)) {
                shape.append('9');
            } else if (Character.isLetter(codePoint)) {
                shape.append(Character.isUpperCase(codePoint) ? 'X' : 'x');
            } else if (Character.isSpaceChar(codePoint)) {
                shape.append(' ');
            } else if (codePoint < 128 && !Character.isISOControl(codePoint)) {
                shape.appendCodePoint(codePoint);
            } else {
                shape.append('?');
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST_SHAPE ? shape + "…" : shape.toString();
    }
}
