package org.saleskpi.order;

import com.google.common.base.CharMatcher;

/**
 * White space: of any kind that Unicode knows, and no-break spaces, those without a width included. A text of nothing else
 * is blank, for it looks like no text at all.
 */
public final class WhiteSpace {

    private static final String WITHOUT_WIDTH = "\u200b\u2060\ufeff";

    private static final CharMatcher ANY =
            CharMatcher.whitespace().or(CharMatcher.inRange('\u001c', '\u001f')).or(CharMatcher.anyOf(WITHOUT_WIDTH));

    private WhiteSpace() {}

    /** Whether a text has nothing but white space, if anything. */
    public static boolean isBlank(String text) {
        return ANY.matchesAllOf(text);
    }
}
