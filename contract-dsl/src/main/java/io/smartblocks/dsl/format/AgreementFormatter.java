package io.smartblocks.dsl.format;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays a text out in the one canonical way: a line for each sentence, those of clauses and scenarios indented, cases under
 * one another, empty lines between groups kept as one. Notes stay; words and their order never change.
 */
public final class AgreementFormatter {

    private AgreementFormatter() {}

    /** The text in canonical layout; refused, with the errors, if a sentence of it cannot be read. */
    public static Formatting format(SourceText source) {
        List<Diagnostic> errors = SentenceReader.read(source).diagnostics();
        return errors.isEmpty()
                ? new Formatting(Optional.of(layout(SentenceReader.lexemes(source))), List.of())
                : new Formatting(Optional.empty(), errors);
    }

    private static String layout(List<Lexeme> lexemes) {
        Layout layout = new Layout();
        List<Lexeme> sentence = new ArrayList<>();
        for (Lexeme lexeme : lexemes) {
            boolean between = lexeme.kind() == Lexeme.Kind.NOTE && sentence.isEmpty();
            if (between) {
                layout.note(lexeme);
            } else {
                sentence.add(lexeme);
                if (lexeme.text().equals(".") && lexeme.kind() == Lexeme.Kind.SIGN) {
                    layout.sentence(sentence);
                    sentence = new ArrayList<>();
                }
            }
        }
        return layout.text();
    }
}
