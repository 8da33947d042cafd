package io.smartblocks.dsl.wording;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A checked agreement or template with its sentences and the words of each, in canonical spacing and without notes. */
public final class AgreementText {

    private final String textHash;
    private final Agreement agreement;
    private final Document document;
    private final SourceText canonical;
    private final List<Lexeme> lexemes;

    private AgreementText(String textHash, Agreement agreement, SourceText canonical) {
        this.textHash = textHash;
        this.agreement = agreement;
        this.canonical = canonical;
        this.document = SentenceReader.read(canonical).document();
        this.lexemes = SentenceReader.lexemes(canonical).stream()
                .filter(lexeme -> lexeme.kind() != Lexeme.Kind.NOTE)
                .toList();
    }

    /** The agreement that a text says; empty if the text has errors, which the compiler tells. */
    public static Optional<AgreementText> of(SourceText source) {
        return AgreementFormatter.format(source)
                .text()
                .map(text -> new SourceText(source.name(), text))
                .flatMap(text -> AgreementCompiler.compile(text)
                        .agreement()
                        .map(agreement -> new AgreementText(CompiledForm.textHash(source.text()), agreement, text)));
    }

    /** What the text means. */
    public Agreement agreement() {
        return agreement;
    }

    /** The SHA-256 of the text as written, which its parties sign. */
    public String textHash() {
        return textHash;
    }

    /** The SHA-256 of the compiled form, which they sign beside it. */
    public String compiledHash() {
        return CompiledForm.of(agreement).sha256();
    }

    /** The sentences as written. */
    public Document document() {
        return document;
    }

    /** The words of a range, with a full stop. */
    public List<Phrase> sentence(SourceRange at) {
        List<Phrase> phrases = new ArrayList<>(phrases(at));
        phrases.add(new Phrase(".", Phrase.Kind.SIGN, false));
        return phrases;
    }

    /** The words of a range on one line, with a full stop. */
    public String line(SourceRange at) {
        return joined(sentence(at));
    }

    /** Words put together again. */
    public static String joined(List<Phrase> phrases) {
        return phrases.stream()
                .map(phrase -> (phrase.apart() ? " " : "") + phrase.text())
                .collect(Collectors.joining());
    }

    private List<Phrase> phrases(SourceRange at) {
        List<Phrase> phrases = new ArrayList<>();
        int end = at.start();
        for (Lexeme lexeme : lexemes.subList(first(at.start()), lexemes.size())) {
            if (lexeme.at().end() > at.end()) {
                break;
            }
            boolean apart = !phrases.isEmpty()
                    && !canonical.text().substring(end, lexeme.at().start()).isEmpty();
            phrases.add(new Phrase(lexeme.tidy(), Phrase.Kind.of(lexeme), apart));
            end = lexeme.at().end();
        }
        return phrases;
    }

    /** The first lexeme at or after an offset, found by halving: long texts ask this for each sentence. */
    private int first(int offset) {
        int low = 0;
        int high = lexemes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lexemes.get(middle).at().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
