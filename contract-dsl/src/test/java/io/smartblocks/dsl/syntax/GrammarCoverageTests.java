package io.smartblocks.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.diagnostic.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.Test;

/** The reference falls behind as soon as the language has a sentence that no documented example shows. */
class GrammarCoverageTests {

    private static final List<String> PAGES = List.of("README.md", "reference.md", "meaning.md", "tutorial.md");
    private static final Pattern EXAMPLE = Pattern.compile(
            "^```(?:esco|amendment|instance|module)(?: E\\d{4})?\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void every_kind_of_sentence_and_part_is_shown_by_an_example() {
        Set<String> shown = PAGES.stream()
                .flatMap(GrammarCoverageTests::examples)
                .flatMap(GrammarCoverageTests::kinds)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> missing = new TreeSet<>(kindsOfTheGrammar());
        assertThat(missing).hasSizeGreaterThan(100);
        missing.removeAll(shown);
        assertThat(missing).as("kinds that no documented example shows").isEmpty();
    }

    /** The rules and labelled alternatives of the grammar; a rule whose alternatives are labelled stands for these. */
    private static Set<String> kindsOfTheGrammar() {
        List<Class<?>> contexts = Stream.of(EscoParser.class.getDeclaredClasses())
                .filter(ParserRuleContext.class::isAssignableFrom)
                .filter(kind -> !Modifier.isAbstract(kind.getModifiers()))
                .collect(Collectors.toList());
        return contexts.stream()
                .filter(kind -> contexts.stream().noneMatch(other -> other.getSuperclass() == kind))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> examples(String page) {
        try {
            return EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "language", page)))
                    .results()
                    .map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> kinds(String text) {
        return Tokens.pieces(new Tokens(new SourceText("example", text)).all()).stream()
                .map(GrammarCoverageTests::parsed)
                .flatMap(GrammarCoverageTests::within);
    }

    private static ParseTree parsed(List<Token> sentence) {
        EscoParser parser = new EscoParser(new CommonTokenStream(new ListTokenSource(sentence)));
        parser.removeErrorListeners();
        return parser.line();
    }

    private static Stream<String> within(ParseTree tree) {
        return Stream.concat(
                Stream.of(tree.getClass().getSimpleName()),
                Stream.iterate(0, i -> i < tree.getChildCount(), i -> i + 1)
                        .map(tree::getChild)
                        .flatMap(GrammarCoverageTests::within));
    }
}
