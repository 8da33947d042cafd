package io.smartblocks.dsl.assembly;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.SentenceReader;
import io.smartblocks.dsl.wording.SentenceWords;
import java.util.List;

/** Finds how far the sentences of a text and their lines reach. */
public final class Whole {

    private final SourceText text;
    private final List<Lexeme> lexemes;

    public Whole(SourceText text) {
        this.text = text;
        this.lexemes = SentenceReader.lexemes(text);
    }

    /** The sentence with its full stop. */
    public SourceRange of(Sentence sentence) {
        return SentenceWords.withFullStop(lexemes, sentence.at());
    }

    /** The end of the line if nothing but a note follows there, else the place itself. */
    public int endOfLine(int offset) {
        int next = text.text().indexOf('\n', offset);
        int end = next < 0 ? text.text().length() : next + 1;
        String rest = text.text().substring(offset, end).strip();
        return rest.isEmpty() || rest.startsWith("#") ? end : offset;
    }
}
