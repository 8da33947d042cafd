package io.smartblocks.portal.shell;

import java.util.List;
import java.util.Locale;

/**
 * One language that the reader may choose, by its own name.
 *
 * @param tag such as {@code pt-PT}
 * @param now whether the page is written in it
 */
record Tongue(String tag, String name, boolean now) {

    static List<Tongue> of(List<Locale> languages, Locale now) {
        return languages.stream()
                .map(language -> new Tongue(language.toLanguageTag(), named(language), language.equals(now)))
                .toList();
    }

    private static String named(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
