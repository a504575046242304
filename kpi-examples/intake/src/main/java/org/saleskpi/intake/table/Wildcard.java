package org.saleskpi.intake.table;

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
}
