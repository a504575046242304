package org.saleskpi.order;

import java.util.Comparator;

/** The order of ids, names and group keys: by Unicode code points, which {@link String#compareTo} is not. */
public final class TextOrder {

    /** Compares two texts code point by code point. */
    public static final Comparator<String> BY_CODE_POINTS = TextOrder::compare;

    private TextOrder() {}

    private static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // Surrogates stand for the code points above all others, but are not the highest units.
                boolean aIsHigh = Character.isSurrogate(a);
                boolean bIsHigh = Character.isSurrogate(b);
                return aIsHigh == bIsHigh ? Character.compare(a, b) : Boolean.compare(aIsHigh, bIsHigh);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
