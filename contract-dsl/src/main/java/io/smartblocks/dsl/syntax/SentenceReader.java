package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Reads a text sentence by sentence and never stops at a faulty one: each is read alone, from one full stop to the next,
 * and where a full stop is missing the sentences are told apart by where the next one begins.
 */
public final class SentenceReader {

    private static final int MOST_ERRORS = 1000;
    private static final int FAR = 40;

    private final Tokens tokens;
    private final SyntaxErrors errors;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final SentenceBuilder builder;
    private final Gathering gathering = new Gathering(findings);
    private final Salvage salvage;

    private SentenceReader(SourceText source) {
        this.tokens = new Tokens(source);
        this.errors = new SyntaxErrors(tokens);
        Leaves leaves = new Leaves(tokens, findings);
        this.builder = new SentenceBuilder(leaves);
        this.salvage = new Salvage(leaves);
    }

    /** What could be read, and what could not. */
    public record Reading(Document document, List<Diagnostic> diagnostics) {
        public Reading {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** The sentences of a text. */
    public static Reading read(SourceText source) {
        SentenceReader reader = new SentenceReader(source);
        for (List<Token> piece : Tokens.pieces(reader.tokens.all())) {
            if (reader.findings.size() >= MOST_ERRORS) {
                reader.findings.add(Diagnostic.of(
                                Code.E0106,
                                Tokens.range(piece.get(0)),
                                "the text has more than %d faults; what follows was not read".formatted(MOST_ERRORS))
                        .help("mend the faults above first"));
                break;
            }
            reader.readPiece(piece);
        }
        return new Reading(reader.gathering.document(), reader.findings);
    }

    /** Every token and note of a text in order, for those who lay it out or colour it. */
    public static List<Lexeme> lexemes(SourceText source) {
        return new Tokens(source).lexemes();
    }

    private void readPiece(List<Token> piece) {
        List<Token> rest = piece;
        while (!rest.isEmpty()) {
            Optional<Diagnostic> tooMuch = Complexity.tooMuch(tokens, rest);
            if (tooMuch.isPresent()) {
                fail(rest, tooMuch.orElseThrow());
                return;
            }
            rest = readFirst(rest);
        }
    }

    /** Reads one sentence and gives back what may be the next ones, if its full stop was missing. */
    private List<Token> readFirst(List<Token> piece) {
        Token last = piece.get(piece.size() - 1);
        boolean ended = Tokens.isFullStop(last);
        Attempt attempt = ended ? Attempt.at(piece) : Attempt.atUnended(piece);
        if (attempt.tree().isPresent()) {
            if (!ended) {
                missingFullStop(last);
            }
            accept(attempt.tree().orElseThrow());
            return List.of();
        }
        int failure = Math.min(attempt.failure(), piece.size());
        for (int next = failure; next > 0 && next > failure - FAR; next--) {
            Optional<EscoParser.LineContext> first = unended(piece, next, failure);
            if (first.isPresent()) {
                missingFullStop(piece.get(next - 1));
                accept(first.orElseThrow());
                return piece.subList(next, piece.size());
            }
        }
        fail(piece.subList(0, Math.min(piece.size(), failure + 1)), errors.at(piece, failure));
        return afterFailure(piece, failure);
    }

    /** The sentence before token {@code next}, if that one looks like the beginning of another sentence. */
    private Optional<EscoParser.LineContext> unended(List<Token> piece, int next, int failure) {
        if (next >= piece.size() || !tokens.mayStart(piece.get(next))) {
            return Optional.empty();
        }
        return next == failure || startsLine(piece, next)
                ? Attempt.atUnended(piece.subList(0, next)).tree()
                : Optional.empty();
    }

    private List<Token> afterFailure(List<Token> piece, int failure) {
        for (int i = failure + 1; i < piece.size(); i++) {
            if (piece.get(i).getCharPositionInLine() == 0 && tokens.mayStart(piece.get(i))) {
                return piece.subList(i, piece.size());
            }
        }
        return List.of();
    }

    private static boolean startsLine(List<Token> piece, int index) {
        return piece.get(index).getLine() > piece.get(index - 1).getLine();
    }

    private void missingFullStop(Token last) {
        SourceRange at = Tokens.range(last);
        SourceRange end = new SourceRange(at.end(), at.end(), at.line(), at.column() + at.end() - at.start());
        findings.add(Diagnostic.of(Code.E0102, end, "this sentence has no full stop at its end")
                .fix("write `.` here", end, "."));
    }

    private void fail(List<Token> sentence, Diagnostic finding) {
        findings.add(finding);
        gathering.add(salvage.of(sentence));
    }

    private void accept(EscoParser.LineContext line) {
        EscoParser.SentenceContext sentence = line.sentence();
        if (sentence.provision() != null) {
            gathering.add(builder.provision(sentence.provision()));
        } else if (sentence.step() != null) {
            gathering.add(builder.step(sentence.step()));
        } else {
            gathering.add(builder.sentence(sentence));
        }
    }
}
