package org.saleskpi.intake.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patterns in which {@code *} stands for any characters. Trying one takes at most the product of both lengths. */
public final class Wildcard {

    private Wildcard() {}

    /**
     * Says whether a text fits a pattern.
     *
     * @param text the text
     * @param pattern the pattern; without a star only an equal text fits
     * @return whether all of the text fits
     */
    public static boolean fits(String text, String pattern) {
        // Each star takes as little as it can, and only the last one is tried again.
        int at = 0;
        int next = 0;
        int star = -1;
        int retry = 0;
        while (at < text.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                retry = at;
            } else if (next < pattern.length() && pattern.charAt(next) == text.charAt(at)) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        return pattern.substring(next).chars().allMatch(c -> c == '*');
    }

    /**
     * Takes a text apart by a pattern.
     *
     * @param text the text
     * @param pattern the pattern
     * @return what each star of the pattern stands for, of which each but the last is as short as it can be; null if the text
     *     does not fit
     */
    public static @Nullable List<String> parts(String text, String pattern) {
        String[] fixed = pattern.split("\\*", -1);
        List<String> parts = new ArrayList<>();
        if (!fits(text, pattern)) {
            return null;
        }
        int at = fixed[0].length();
        for (int i = 1; i < fixed.length; i++) {
            int end = i == fixed.length - 1 ? text.length() - fixed[i].length() : text.indexOf(fixed[i], at);
            parts.add(text.substring(at, end));
            at = end + fixed[i].length();
        }
        return parts;
    }
}
