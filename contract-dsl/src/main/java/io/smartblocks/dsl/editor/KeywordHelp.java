package io.smartblocks.dsl.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A short word on each wording of the language, kept beside this class as {@code wording | what it does}. */
final class KeywordHelp {

    private static final Map<String, String> HELP = read();

    private KeywordHelp() {}

    /** Every explained wording. */
    static Map<String, String> all() {
        return HELP;
    }

    /** The help for the longest explained wording that these words begin with; empty when there is none. */
    static String of(String words) {
        String phrase = words.startsWith(", ") ? words.substring(2) : words;
        while (!phrase.isEmpty()) {
            if (HELP.containsKey(phrase)) {
                return HELP.get(phrase);
            }
            phrase = phrase.contains(" ") ? phrase.substring(0, phrase.lastIndexOf(' ')) : "";
        }
        return "";
    }

    /** The longest explained wording among words around one of them, with its first and last place. */
    static Optional<Found> around(List<String> words, int index) {
        Optional<Found> best = Optional.empty();
        for (String wording : HELP.keySet()) {
            List<String> parts = List.of(wording.split(" "));
            for (int first = Math.max(0, index - parts.size() + 1); first <= index; first++) {
                int end = first + parts.size();
                boolean longer = best.map(it -> it.last() - it.first() + 1 < parts.size())
                        .orElse(true);
                if (longer && end <= words.size() && words.subList(first, end).equals(parts)) {
                    best = Optional.of(new Found(wording, HELP.get(wording), first, end - 1));
                }
            }
        }
        return best;
    }

    /** A wording that was found. */
    record Found(String wording, String help, int first, int last) {}

    private static Map<String, String> read() {
        try (InputStream in = KeywordHelp.class.getResourceAsStream("wordings.txt")) {
            Map<String, String> help = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] parts = line.split(" *\\| *", 2);
                help.put(parts[0], parts[1]);
            });
            return help;
        } catch (IOException e) {
            throw new UncheckedIOException("'wordings.txt' could not be read", e);
        }
    }
}
