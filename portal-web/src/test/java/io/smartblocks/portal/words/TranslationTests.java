package io.smartblocks.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTests {

    /** How days are written is no sentence. */
    private static final String PATTERNS = "pattern.";

    /** What stays English on purpose: a name, the words of an agreement or a file, and what French says alike. */
    private static final Set<String> ENGLISH =
            Set.of("product", "page.title", "login.say.clause.words", "kpi.sources", "registry.values.days");

    private static final Pattern ENGLISH_WORDS = Pattern.compile(
            "\\b(the|and|of|with|which|from|your|this|that|not|are|has|have|was|were|will|what|who)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Words that other languages share with English. */
    private static final Pattern SHARED = Pattern.compile("\\b(war|was|hat|will|has)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern TWO_WORDS = Pattern.compile("\\p{L}{3,}\\P{L}+\\p{L}{3,}");

    private static final String MANY = "every language holds each English key and no other; translate what is missing"
            + " (docs/portal.md, Languages)";

    @Test
    void every_language_holds_every_key() {
        Map<String, Set<String>> differing = new TreeMap<>();
        for (String language : List.of("pt", "de", "fr")) {
            Set<String> missing = new TreeSet<>(messages("").stringPropertyNames());
            missing.removeAll(messages(language).stringPropertyNames());
            Set<String> extra = new TreeSet<>(messages(language).stringPropertyNames());
            extra.removeAll(messages("").stringPropertyNames());
            if (!missing.isEmpty() || !extra.isEmpty()) {
                differing.put(language + " misses " + missing + " and has besides", extra);
            }
        }

        assertThat(differing).as(MANY).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt", "de", "fr"})
    void a_message_takes_the_same_arguments_in_every_language(String language) {
        List<String> wrong = new ArrayList<>();
        Properties english = messages("");
        each(language, (key, words) -> {
            if (english.containsKey(key) && !arguments(words).equals(arguments(english.getProperty(key)))) {
                wrong.add(key + ": " + words);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pt", "de", "fr"})
    void no_message_is_empty_or_holds_a_straight_quote(String language) {
        List<String> wrong = new ArrayList<>();
        each(language, (key, words) -> {
            if (words.isBlank() || words.contains("'") || words.contains("\"")) {
                wrong.add(key + ": " + words);
            }
        });

        assertThat(wrong)
                .as("a straight apostrophe vanishes where the message has arguments; write ’")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt", "de", "fr"})
    void no_message_is_left_in_English(String language) {
        List<String> left = new ArrayList<>();
        Properties english = messages("");
        each(language, (key, words) -> {
            String own = words.replaceAll("\\{[^{}]*}", "").replaceAll("„[^“]*“|«[^»]*»", "");
            boolean same = words.equals(english.getProperty(key))
                    && TWO_WORDS.matcher(own).find()
                    && !cognate(words);
            boolean spoken =
                    ENGLISH_WORDS.matcher(SHARED.matcher(own).replaceAll("")).find();
            if (!ENGLISH.contains(key) && (same || spoken)) {
                left.add(key + ": " + words);
            }
        });

        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pt", "de", "fr"})
    void every_message_can_be_written_with_any_number(String language) {
        List<String> wrong = new ArrayList<>();
        each(language, (key, words) -> {
            for (int number : new int[] {0, 1, 2, 12_345}) {
                Object[] arguments = new Object[10];
                Arrays.fill(arguments, number);
                String written = new MessageFormat(words, Locale.forLanguageTag(language)).format(arguments);
                if (written.contains("{") || written.contains("}")) {
                    wrong.add(key + ": " + written);
                }
            }
        });

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "de | 1 | Er hat eine Version, die geltende",
                "de | 3 | Er hat 3 Versionen, von denen die neueste gilt",
                "pt | 1 | Tem uma versão, a que vale",
                "pt | 3 | Tem 3 versões, das quais vale a mais recente",
                "fr | 1 | Il a une version, celle qui vaut",
                "fr | 3 | Il a 3 versions, dont la plus récente vaut"
            })
    void one_and_many_differ(String language, int count, String words) {
        assertThat(new MessageFormat(messages(language).getProperty("state.lead"), Locale.forLanguageTag(language))
                        .format(new Object[] {count}))
                .isEqualTo(words + ".");
    }

    /** The places of the arguments, those inside of choices included. */
    private static Set<String> arguments(String words) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{(\\d+)").matcher(words).results().forEach(found -> places.add(found.group(1)));
        for (Format format : new MessageFormat(words, Locale.ROOT).getFormatsByArgumentIndex()) {
            if (format instanceof ChoiceFormat choice) {
                places.add("choice from " + choice.getLimits()[0]);
            }
        }
        return places;
    }

    /** French and English share such words. */
    private static boolean cognate(String words) {
        return words.matches("[^a-z]*(Clause|Version|Document|Documents|transactions?|version)\\b.*|\\d+ transactions")
                || words.matches(", version \\{0}\\.|\\{0}, transaction \\{1}");
    }

    private interface Each {
        void message(String key, String words);
    }

    private static void each(String language, Each told) {
        Properties messages = messages(language);
        messages.stringPropertyNames().stream()
                .filter(key -> !key.startsWith(PATTERNS))
                .sorted()
                .forEach(key -> told.message(key, messages.getProperty(key)));
    }

    private static Properties messages(String language) {
        Properties messages = new Properties();
        String file = language.isEmpty() ? "/messages.properties" : "/messages_" + language + ".properties";
        try (InputStream in = TranslationTests.class.getResourceAsStream(file)) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return messages;
    }
}
