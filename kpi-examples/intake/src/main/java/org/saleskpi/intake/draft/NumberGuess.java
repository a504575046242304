package org.saleskpi.intake.draft;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds how the texts of a column are numbers. Not thread-safe. */
final class NumberGuess {

    private static final int ENOUGH_PERCENT = 90;

    private static final Pattern AROUND = Pattern.compile(
            "^[(\\-+\\s]*(\\p{Sc}|[A-Z]{3}|)[\\s\u00A0\\-]*(.*?)[\\s\u00A0]*(\\p{Sc}|[A-Z]{3}|)[)\\-\\s]*$");
    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern COMMA_GROUPS = Pattern.compile("\\d{1,3}(,\\d{2,3})*,\\d{3}(\\.\\d+)?");
    private static final Pattern POINT_GROUPS = Pattern.compile("\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern COMMA = Pattern.compile("\\d+,\\d+");
    private static final Pattern SPACE_GROUPS = Pattern.compile("\\d{1,3}(?:([\\s\u00A0\u202F'’])\\d{3})+([.,]\\d+)?");

    private final Set<String> symbols = new TreeSet<>();
    private String grouping = "";
    private int texts;
    private int numbers;
    private int decimalCommas;
    private int decimalPoints;

    void add(String text) {
        texts++;
        Matcher around = AROUND.matcher(text);
        if (text.length() > 40 || !around.matches()) {
            return;
        }
        String number = around.group(2);
        Matcher spaces = SPACE_GROUPS.matcher(number);
        if (PLAIN.matcher(number).matches()) {
            decimalPoints += number.indexOf('.') >= 0 ? 1 : 0;
        } else if (COMMA_GROUPS.matcher(number).matches()) {
            grouping = ",";
            decimalPoints++;
        } else if (POINT_GROUPS.matcher(number).matches()) {
            grouping = ".";
            decimalCommas++;
        } else if (COMMA.matcher(number).matches()) {
            decimalCommas++;
        } else if (spaces.matches()) {
            grouping = spaces.group(1).isBlank()
                            || spaces.group(1).equals("\u00A0")
                            || spaces.group(1).equals("\u202F")
                    ? " "
                    : spaces.group(1);
            decimalCommas += number.indexOf(',') >= 0 ? 1 : 0;
        } else {
            return;
        }
        numbers++;
        for (int group : new int[] {1, 3}) {
            if (!around.group(group).isEmpty()) {
                symbols.add(around.group(group));
            }
        }
    }

    /** How most of the texts are written; null if they are no numbers. */
    @Nullable
    NumberStyle style() {
        if (texts == 0 || numbers * 100L / texts < ENOUGH_PERCENT) {
            return null;
        }
        boolean isComma = decimalCommas > decimalPoints;
        String decimal = isComma ? "," : ".";
        return new NumberStyle(decimal, grouping.equals(decimal) ? "" : grouping, symbols);
    }
}
