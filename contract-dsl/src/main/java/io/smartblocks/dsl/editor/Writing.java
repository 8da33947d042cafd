package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Analysis;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.names.Names;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** One state of a text, read no further than was asked for and no more than once. */
final class Writing {

    /** Longer texts are refused by the reader; an editor does not wait for their words either. */
    private static final int MOST_CHARACTERS = 2_000_000;

    private final SourceText source;
    private final Supplier<Lines> lines;
    private final Supplier<List<Lexeme>> lexemes;
    private final Supplier<Document> document;
    private final Supplier<Names> names;
    private final Supplier<List<Occurrence>> occurrences;
    private final Supplier<Analysis> analysis;

    Writing(SourceText source) {
        this.source = source;
        this.lines = once(() -> new Lines(source.text()));
        this.lexemes = once(() -> isTooLong() ? List.of() : SentenceReader.lexemes(source));
        this.document = once(() -> SentenceReader.read(source).document());
        this.names = once(() -> Names.of(document.get()));
        this.occurrences = once(() -> Occurrences.of(lexemes.get(), document.get(), names.get()));
        this.analysis = once(() -> AgreementCompiler.analyse(source));
    }

    private static <T> Supplier<T> once(Supplier<T> answer) {
        return new Once<>(answer);
    }

    SourceText source() {
        return source;
    }

    /** True for a text that is no agreement by its length alone. */
    boolean isTooLong() {
        return source.text().length() > MOST_CHARACTERS;
    }

    String text() {
        return source.text();
    }

    Lines lines() {
        return lines.get();
    }

    List<Lexeme> lexemes() {
        return lexemes.get();
    }

    Document document() {
        return document.get();
    }

    Names names() {
        return names.get();
    }

    List<Occurrence> occurrences() {
        return occurrences.get();
    }

    Analysis analysis() {
        return analysis.get();
    }

    /** The name at an offset, or right before it. */
    Optional<Occurrence> named(int offset) {
        return occurrences().stream().filter(it -> it.at().touches(offset)).findFirst();
    }

    List<Occurrence> uses(Symbol symbol) {
        return occurrences().stream().filter(it -> it.symbol().equals(symbol)).toList();
    }

    /** The sentence, clause or scenario in which an offset lies. */
    Optional<Sentence> sentence(int offset) {
        return document().sentences().stream()
                .filter(it -> Span.of(it.at()).touches(offset))
                .findFirst();
    }

    /** The kind of thing that a sentence makes, by the first word of one that could not be read. */
    String kind(Sentence sentence) {
        if (!(sentence instanceof Sentence.Unread)) {
            return sentence.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }
        return lexemes().stream()
                .filter(lexeme -> lexeme.at().start() >= sentence.at().start() && lexeme.kind() != Lexeme.Kind.NOTE)
                .findFirst()
                .filter(lexeme -> lexeme.kind() == Lexeme.Kind.KEYWORD)
                .map(Lexeme::text)
                .orElse("definition");
    }

    /** The words of a stretch on one line, with a full stop. */
    String line(Span at) {
        StringBuilder line = new StringBuilder();
        int end = at.start();
        for (Lexeme lexeme : lexemes()) {
            if (lexeme.kind() == Lexeme.Kind.NOTE
                    || lexeme.at().start() < at.start()
                    || lexeme.at().end() > at.end()) {
                continue;
            }
            line.append(line.isEmpty() || end == lexeme.at().start() ? "" : " ").append(lexeme.tidy());
            end = lexeme.at().end();
        }
        return line.append(line.toString().endsWith(".") ? "" : ".").toString();
    }

    /** Asks once and remembers the answer. */
    private static final class Once<T> implements Supplier<T> {

        private final Supplier<T> question;
        private Optional<T> answer = Optional.empty();

        Once(Supplier<T> question) {
            this.question = question;
        }

        @Override
        public synchronized T get() {
            if (answer.isEmpty()) {
                answer = Optional.of(question.get());
            }
            return answer.get();
        }
    }
}
