package io.smartblocks.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.DiagnosticPrinter;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of 10,000 texts in which one word was dropped, replaced or swapped with its neighbour. */
class MutationProperties {

    private static final int PARTS = 20;
    private static final int EACH = 500;

    private static final List<SourceText> EXCERPTS =
            AgreementTexts.own().stream().flatMap(MutationProperties::excerpts).toList();

    static LongStream parts() {
        return LongStream.range(0, PARTS);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_faulty_sentence_is_told_where_it_stands_and_no_other_is(long part) {

        int faulty = 0;
        for (long seed = part * EACH; seed < (part + 1) * EACH; seed++) {
            Random random = new Random(seed);
            Mutation mutation = Mutation.of(EXCERPTS.get(random.nextInt(EXCERPTS.size())), random);
            SourceText text = mutation.text();
            List<Diagnostic> found = SentenceReader.read(text).diagnostics();
            assertThat(DiagnosticPrinter.print(text, found)).doesNotContain("antlr", "Context", "token");
            if (mutation.isFaulty()) {
                faulty++;
                assertThat(found)
                        .as(mutation.toString())
                        .anySatisfy(it -> assertThat(it.range().start()).isBetween(mutation.start(), mutation.end()));
            }
            assertThat(found)
                    .as(mutation.toString())
                    .filteredOn(it ->
                            it.range().end() < mutation.start() || it.range().start() > mutation.end())
                    .isEmpty();
        }
        assertThat(faulty).isGreaterThan(EACH / 2);
    }

    /** Each sentence of a text, clauses and scenarios whole, with the one before and the one after it. */
    private static Stream<SourceText> excerpts(SourceText text) {
        List<Integer> starts = new ArrayList<>();
        for (List<Token> piece : Tokens.pieces(new Tokens(text).all())) {
            EscoParser.SentenceContext sentence =
                    Attempt.at(piece).tree().orElseThrow().sentence();
            if (sentence.provision() == null && sentence.step() == null) {
                starts.add(piece.get(0).getStartIndex());
            }
        }
        starts.add(text.text().length());
        return IntStream.range(0, starts.size() - 3)
                .mapToObj(i -> new SourceText(text.name(), text.text().substring(starts.get(i), starts.get(i + 3))));
    }

    /** A text with one word changed, and from where to where the sentence that holds it goes now. */
    private record Mutation(SourceText text, int start, int end, String how) {

        static Mutation of(SourceText text, Random random) {
            List<Token> tokens = new Tokens(text).all();
            List<List<Token>> pieces = Tokens.pieces(tokens);
            List<Token> piece = pieces.get(random.nextInt(pieces.size()));
            int at = random.nextInt(piece.size());
            Token word = piece.get(at);
            int from = word.getStartIndex();
            int to = word.getStopIndex() + 1;
            String kept = text.text().substring(from, to);
            return switch (random.nextInt(3)) {
                case 0 -> changed(text, piece, from, to, "", "dropped `" + kept + "`");
                case 1 -> {
                    String other = text(text, tokens.get(random.nextInt(tokens.size())));
                    yield changed(text, piece, from, to, other, "`" + other + "` for `" + kept + "`");
                }
                default -> {
                    Token next = piece.get(Math.min(at + 1, piece.size() - 1));
                    int gap = Math.max(to, next.getStartIndex());
                    int stop = Math.max(to, next.getStopIndex() + 1);
                    String swapped = text(text, next) + text.text().substring(to, gap) + (next == word ? "" : kept);
                    yield changed(text, piece, from, stop, swapped, "swapped `" + kept + "`");
                }
            };
        }

        /** The sentence ends at the first full stop at or after the end of the piece that was changed. */
        private static Mutation changed(SourceText text, List<Token> piece, int from, int to, String by, String how) {
            String all = text.text().substring(0, from) + by + text.text().substring(to);
            SourceText changed = new SourceText(text.name(), all);
            int start = piece.get(0).getStartIndex();
            int last = piece.get(piece.size() - 1).getStopIndex() + by.length() - (to - from);
            int end = new Tokens(changed)
                    .all().stream()
                            .filter(token -> Tokens.isFullStop(token) && token.getStartIndex() >= last)
                            .mapToInt(Token::getStopIndex)
                            .findFirst()
                            .orElse(all.length());
            return new Mutation(changed, start, end + 1, how);
        }

        private static String text(SourceText text, Token token) {
            return text.text().substring(token.getStartIndex(), token.getStopIndex() + 1);
        }

        /** True if the words between the ends are no row of sentences. */
        boolean isFaulty() {
            List<Token> inside = new ArrayList<>(new Tokens(text)
                    .all().stream()
                            .filter(token -> token.getStartIndex() >= start && token.getStopIndex() < end)
                            .toList());
            List<List<Token>> pieces = Tokens.pieces(inside);
            return IntStream.range(0, pieces.size())
                    .anyMatch(i -> Attempt.at(pieces.get(i)).tree().isEmpty());
        }
    }
}
