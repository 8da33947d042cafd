package io.smartblocks.portal.words;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The languages that pages can be read in; the first is for readers who ask for none of them. */
@Component
public class Languages {

    /** The language of what programs read and of what is signed, whoever asks for it. */
    public static final Locale OF_FILES = Locale.forLanguageTag("en-IE");

    /** The cookie that keeps a reader's choice: the tag of the language. */
    public static final String COOKIE = "language";

    private final List<Locale> all;

    Languages(@Value("${smartblocks.languages}") List<String> tags) {
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("smartblocks.languages is empty. Name one such as en-IE.");
        }
        all = tags.stream().map(tag -> known(tag.strip())).toList();
    }

    /** In the order in which a reader chooses from them. */
    public List<Locale> all() {
        return all;
    }

    /** The language with this tag, such as {@code pt-PT}. */
    public Optional<Locale> tagged(String tag) {
        return all.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst();
    }

    /** The one that suits best what a browser asks for by {@code Accept-Language}; a region that is not kept gives way. */
    public Locale best(String accepted) {
        try {
            return LanguageRange.parse(accepted).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> suiting(range).stream())
                    .findFirst()
                    .orElse(all.get(0));
        } catch (IllegalArgumentException unreadable) {
            return all.get(0);
        }
    }

    private Optional<Locale> suiting(LanguageRange range) {
        Locale wanted = Locale.forLanguageTag(range.getRange());
        return all.stream()
                .filter(wanted::equals)
                .findFirst()
                .or(() -> all.stream()
                        .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
                        .findFirst());
    }

    private static Locale known(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        boolean english = language.getLanguage().equals("en");
        if (!english && Languages.class.getResource("/messages_" + language.getLanguage() + ".properties") == null) {
            throw new IllegalArgumentException("smartblocks.languages names '" + tag
                    + "', which has no messages. Name some of en, pt, de and fr with a region, such as en-IE.");
        }
        return language;
    }
}
