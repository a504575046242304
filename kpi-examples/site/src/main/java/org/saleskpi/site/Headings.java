package org.saleskpi.site;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names the headings of one page as those who show Markdown do, so that links to them lead somewhere on the site too. */
final class Headings {

    private final Map<String, Integer> met = new HashMap<>();

    /** The anchor of the next heading of the page: its words in small letters, with hyphens between them. */
    String anchor(String heading) {
        String anchor = heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
        int before = met.merge(anchor, 1, Integer::sum) - 1;
        return before == 0 ? anchor : anchor + "-" + before;
    }
}
