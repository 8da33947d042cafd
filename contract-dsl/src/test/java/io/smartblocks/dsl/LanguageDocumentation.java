package io.smartblocks.dsl;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages of the language and the examples in them. */
public final class LanguageDocumentation {

    static final List<String> PAGES = List.of("README.md", "reference.md", "meaning.md", "tutorial.md");

    private static final Pattern EXAMPLE =
            Pattern.compile("^```(\\w+)(?: ([EWN]\\d{4}))?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.)\\s*\\n(?=\\S)");

    private static final Set<String> UNUSED_IN_FRAME = compiled(frame()).stream()
            .filter(diagnostic -> diagnostic.code() == Code.W0701)
            .map(Diagnostic::message)
            .collect(Collectors.toSet());

    private LanguageDocumentation() {}

    /** A fenced block of a page, and the code it should give. */
    record Example(String page, String language, Optional<String> mark, String text) {

        boolean is(String other) {
            return language.equals(other);
        }

        /** The code that the example should give; empty for one without a fault. */
        Optional<Code> code() {
            return mark.map(Code::valueOf);
        }

        /** A whole text by itself; otherwise the frame, with the example's sentences for those that say the same. */
        String within(String frame) {
            if (text.startsWith("contract ") || text.startsWith("template ") || text.startsWith("amendment ")) {
                return text;
            }
            Set<String> said =
                    SENTENCE_END.splitAsStream(text).map(Example::beginning).collect(Collectors.toSet());
            String kept = SENTENCE_END
                    .splitAsStream(frame)
                    .filter(sentence -> !said.contains(beginning(sentence)))
                    .collect(Collectors.joining("\n"));
            return kept.strip() + "\n" + text;
        }

        private static String beginning(String sentence) {
            String[] words = sentence.strip().split("\\s+");
            return sentence.startsWith("when readings")
                    ? String.join(" ", List.of(words).subList(0, Math.min(5, words.length)))
                    : words[0] + " " + (words.length > 1 ? words[1] : "");
        }

        @Override
        public String toString() {
            return page + " " + mark.orElse("good") + " "
                    + text.lines().findFirst().orElse("");
        }
    }

    static String read(String page) {
        Path file = Path.of("..", "docs", "language", page);
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' could not be read".formatted(file), e);
        }
    }

    static List<Example> examples(String page) {
        return EXAMPLE.matcher(read(page))
                .results()
                .map(found -> new Example(page, found.group(1), Optional.ofNullable(found.group(2)), found.group(3)))
                .toList();
    }

    /** The whole texts, by what they begin with, of the examples whose scenarios should come out as they say. */
    public static Map<String, String> textsWithScenarios() {
        Map<String, String> texts = new LinkedHashMap<>();
        PAGES.stream()
                .flatMap(page -> examples(page).stream())
                .filter(example -> example.is("esco") && example.code().isEmpty())
                .filter(example -> example.text().contains("scenario \""))
                .forEach(example -> texts.put(example + " #" + texts.size(), example.within(frame())));
        return texts;
    }

    /** The agreement of the language page, in which the examples stand that are no whole text. */
    static String frame() {
        return examples("README.md").get(0).text();
    }

    /** What an example is told in the frame, but for what the frame itself leaves unused. */
    static List<Diagnostic> diagnostics(Example example) {
        return compiled(example.within(frame())).stream()
                .filter(diagnostic -> !UNUSED_IN_FRAME.contains(diagnostic.message()))
                .toList();
    }

    private static List<Diagnostic> compiled(String text) {
        return AgreementCompiler.compile(new SourceText("example", text)).diagnostics();
    }
}
