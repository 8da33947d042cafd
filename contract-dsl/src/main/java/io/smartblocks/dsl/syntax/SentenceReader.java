package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;

/**
 * Reads a text sentence by sentence and never stops at a faulty one: each is read alone, from one full stop to the next,
 * and where a full stop is missing the sentences are told apart by where the next one begins.
 */
public final class SentenceReader {

    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_ERRORS = 1000;
    private static final int FAR = 40;

    private final Tokens tokens;
    private final SyntaxErrors errors;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final SentenceBuilder builder;
    private final Gathering gathering = new Gathering(findings);
    private final Salvage salvage;
    private final NavigableSet<Integer> misleading = new TreeSet<>();

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
        if (source.text().length() > MOST_CHARACTERS) {
            return tooLong(source.text().length());
        }
        SentenceReader reader = new SentenceReader(source);
        reader.readAll();
        return new Reading(reader.gathering.document(), reader.findings);
    }

    private static Reading tooLong(int characters) {
        Diagnostic said = Diagnostic.of(
                        Code.E0106,
                        SourceRange.BEGINNING,
                        String.format(
                                Locale.ROOT,
                                "this text has %,d characters; at most %,d are read",
                                characters,
                                MOST_CHARACTERS))
                .help("check that it is an agreement, and not a file of readings");
        Sentence unread = new Sentence.Unread(Optional.empty(), SourceRange.BEGINNING);
        return new Reading(new Document(List.of(unread), List.of()), List.of(said));
    }

    private void readAll() {
        Misleading.in(tokens).stream().limit(MOST_ERRORS).forEach(finding -> {
            findings.add(finding);
            misleading.add(finding.range().start());
        });
        List<List<Token>> pieces = Tokens.pieces(tokens.all());
        if (pieces.isEmpty()) {
            gathering.add(new Sentence.Unread(Optional.empty(), SourceRange.BEGINNING));
            findings.add(Diagnostic.of(Code.E0601, SourceRange.BEGINNING, "there is no sentence in this text")
                    .help("begin it with `contract \"…\" version 1.0.`"));
        }
        for (List<Token> piece : pieces) {
            if (findings.size() >= MOST_ERRORS) {
                findings.add(Diagnostic.of(
                                Code.E0106,
                                Tokens.range(piece.get(0)),
                                "the text has more than %d faults; what follows was not read".formatted(MOST_ERRORS))
                        .help("mend the faults above first"));
                return;
            }
            if (isMisleading(piece)) {
                salvage(piece, piece.size());
            } else {
                readPiece(piece);
            }
        }
    }

    private boolean isMisleading(List<Token> piece) {
        Integer first = misleading.ceiling(piece.get(0).getStartIndex());
        return first != null && first <= piece.get(piece.size() - 1).getStopIndex();
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
                findings.add(tooMuch.orElseThrow());
                salvage(rest, rest.size());
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
        findings.add(errors.at(piece, failure));
        salvage(piece, Math.min(piece.size(), failure + 1));
        return afterFailure(piece, failure);
    }

    /**
     * The sentence before token {@code next}, if that one looks like the beginning of another sentence; in the middle of a
     * line it must be one, or a word that is missing would be taken for a full stop.
     */
    private Optional<EscoParser.LineContext> unended(List<Token> piece, int next, int failure) {
        if (next >= piece.size() || !tokens.mayStart(piece.get(next))) {
            return Optional.empty();
        }
        return startsLine(piece, next)
                        || next == failure
                                && Attempt.at(piece.subList(next, piece.size()))
                                        .tree()
                                        .isPresent()
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

    private void salvage(List<Token> piece, int count) {
        salvage.guess(piece).ifPresent(gathering::guess);
        gathering.add(salvage.of(piece.subList(0, count)));
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
