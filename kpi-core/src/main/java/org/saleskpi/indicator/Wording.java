package org.saleskpi.indicator;

import java.util.Locale;

/** What an indicator is called and means, in English and French. */
record Wording(String englishName, String frenchName, String englishDefinition, String frenchDefinition) {

    static Wording from(String key) {
        return new Wording(key, key, key, key);
    }

    Wording named(String english, String french) {
        return new Wording(
                english,
                french,
                englishDefinition.equals(englishName) ? english : englishDefinition,
                frenchDefinition.equals(frenchName) ? french : frenchDefinition);
    }

    Wording defined(String english, String french) {
        return new Wording(englishName, frenchName, english, french);
    }

    String name(Locale locale) {
        return isFrench(locale) ? frenchName : englishName;
    }

    String definition(Locale locale) {
        return isFrench(locale) ? frenchDefinition : englishDefinition;
    }

    private static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage());
    }
}
