package io.smartblocks.dsl.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.SentenceReader;
import io.smartblocks.dsl.syntax.UnitWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours that an editor shows before the language server answers know the same words as the grammar. */
class EditorFilesTests {

    private static final Path GRAMMAR = Path.of("src/main/antlr4/io/smartblocks/dsl/syntax/Esco.g4");
    private static final Path COLOURS = Path.of("../docs/editor/vscode/esco.tmLanguage.json");

    private static List<String> coloured(String name) throws IOException {
        Matcher words = Pattern.compile(
                        "\"name\": \"" + Pattern.quote(name) + "\",\\s*\"match\": \"\\(\\?<![^)]*\\)\\(([^)]*)\\)")
                .matcher(Files.readString(COLOURS));
        assertThat(words.find()).as(name).isTrue();
        return List.of(words.group(1).split("\\|"));
    }

    @Test
    void the_coloured_keywords_are_those_of_the_grammar() throws IOException {
        String rules = Files.readString(GRAMMAR).split("// ---- tokens", 2)[0];
        String plain = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL)
                .matcher(rules)
                .replaceAll("");
        Set<String> keywords = new TreeSet<>();
        Matcher literal = Pattern.compile("'(\\p{L}[^']*)'").matcher(plain);
        while (literal.find()) {
            keywords.add(literal.group(1));
        }
        assertThat(coloured("keyword.other.esco"))
                .as(
                        "the keywords in docs/editor/vscode/esco.tmLanguage.json should be (%s)",
                        String.join("|", keywords))
                .containsExactlyElementsOf(keywords);
    }

    @Test
    void the_coloured_units_are_those_that_are_offered() throws IOException {
        Set<String> coloured = new TreeSet<>();
        coloured("support.type.unit.esco").forEach(unit -> coloured.add(unit.replace("?", "")));
        assertThat(coloured).containsExactlyInAnyOrderElementsOf(UnitWords.ALL);
    }

    @Test
    void every_offered_unit_is_one_of_the_language() {
        assertThat(UnitWords.ALL)
                .allSatisfy(unit -> assertThat(SentenceReader.lexemes(new SourceText("u", unit)))
                        .singleElement()
                        .satisfies(word -> assertThat(word.kind()).isEqualTo(Lexeme.Kind.UNIT)));
    }
}
