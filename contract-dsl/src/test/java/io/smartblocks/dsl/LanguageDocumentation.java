package io.smartblocks.dsl;

import io.smartblocks.dsl.diagnostic.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages of the language and the examples in them. */
final class LanguageDocumentation {

    private static final Pattern PART = Pattern.compile(
            "^## ([EWN]\\d{4}) [^\\n]*$|^```(\\w+)(?: ([EWN]\\d{4}))?\\n(.*?)^```$",
            Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.)\\s*\\n(?=\\S)");

    private LanguageDocumentation() {}

    /** A fenced block, the code it should give and the section it stands in. */
    record Example(String language, Optional<Code> code, Optional<Code> section, String text) {

        boolean is(String other) {
            return language.equals(other);
        }

        /** A whole text by itself; otherwise the frame, with the example's sentences for those that say the same. */
        String within(String frame) {
            if (text.startsWith("contract ") || text.startsWith("template ")) {
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
            return code.map(Code::name).orElse("good") + " "
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
        List<Example> examples = new ArrayList<>();
        Optional<Code> section = Optional.empty();
        Matcher parts = PART.matcher(read(page));
        while (parts.find()) {
            if (parts.group(1) != null) {
                section = Optional.of(Code.valueOf(parts.group(1)));
            } else {
                Optional<Code> code = Optional.ofNullable(parts.group(3)).map(Code::valueOf);
                examples.add(new Example(parts.group(2), code, section, parts.group(4)));
            }
        }
        return examples;
    }
}
