package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import io.smartblocks.dsl.format.Formatting;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.ArrayList;
import java.util.List;

/** Lays a text out by changing nothing but the white space that differs, so that carets and marks stay in place. */
final class LayingOut {

    private final Writing writing;

    LayingOut(Writing writing) {
        this.writing = writing;
    }

    /** The changes within a stretch. */
    LaidOut within(Span stretch) {
        Formatting formatting = AgreementFormatter.format(writing.source());
        if (formatting.text().isEmpty()) {
            return new LaidOut(List.of(), formatting.diagnostics());
        }
        String plain = formatting.text().orElseThrow().replace("\r\n", "\n");
        String ended = writing.text().contains("\r\n") ? plain.replace("\n", "\r\n") : plain;
        List<Change> changes = changes(ended).stream()
                .filter(change -> stretch.meets(change.at()))
                .toList();
        return new LaidOut(changes, List.of());
    }

    private List<Change> changes(String laidOut) {
        List<Lexeme> old = writing.lexemes();
        List<Lexeme> fresh = SentenceReader.lexemes(new SourceText("laid out", laidOut));
        boolean sameWords = old.stream()
                .map(LayingOut::words)
                .toList()
                .equals(fresh.stream().map(LayingOut::words).toList());
        if (!sameWords) {
            return List.of(new Change(new Span(0, writing.text().length()), laidOut));
        }
        List<Change> changes = new ArrayList<>();
        int from = 0;
        int freshFrom = 0;
        for (int i = 0; i < old.size(); i++) {
            Lexeme word = old.get(i);
            Lexeme freshWord = fresh.get(i);
            add(
                    changes,
                    from,
                    word.at().start(),
                    laidOut.substring(freshFrom, freshWord.at().start()));
            add(changes, word.at().start(), word.at().end(), between(laidOut, freshWord));
            from = word.at().end();
            freshFrom = freshWord.at().end();
        }
        add(changes, from, writing.text().length(), laidOut.substring(freshFrom));
        return changes;
    }

    private static String words(Lexeme lexeme) {
        return lexeme.tidy().replace("\r\n", "\n").strip();
    }

    private static String between(String text, Lexeme lexeme) {
        return text.substring(lexeme.at().start(), lexeme.at().end());
    }

    private void add(List<Change> changes, int start, int end, String replacement) {
        if (!writing.text().substring(start, end).equals(replacement)) {
            changes.add(new Change(new Span(start, end), replacement));
        }
    }
}
