package io.smartblocks.dsl.assembly;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.Optional;

/** Puts further sentences into a text, each where one would look for it. */
public final class Additions {

    private final SourceText baseText;
    private final Document base;
    private final Whole whole;
    private final Weave weave;

    public Additions(SourceText baseText, Document base, Weave weave) {
        this.baseText = baseText;
        this.base = base;
        this.whole = new Whole(baseText);
        this.weave = weave;
    }

    /** Adds a sentence that stands in another text, with its full stop. */
    public void add(Sentence sentence, SourceText from, SourceRange range) {
        int at = placeFor(sentence);
        weave.put(at, at, at > 0 && baseText.text().charAt(at - 1) != '\n' ? "\n" : "");
        weave.put(at, at, from, range);
        weave.put(at, at, "\n");
    }

    /** True if there can be only one sentence that says what this one does. */
    public static boolean isOnce(Sentence sentence) {
        return !(sentence instanceof Sentence.Vat || sentence instanceof Sentence.Uses);
    }

    /** After the clause with the next lower number, or the last sentence of its kind; else before the scenarios. */
    private int placeFor(Sentence sentence) {
        Optional<Sentence> before = sentence instanceof Sentence.Clause clause
                ? base.all(Sentence.Clause.class)
                        .filter(it -> Versions.compare(
                                        it.number().text(), clause.number().text())
                                < 0)
                        .map(Sentence.class::cast)
                        .reduce((one, other) -> other)
                : base.sentences().stream()
                        .filter(it -> it.getClass() == sentence.getClass())
                        .reduce((one, other) -> other);
        return before.map(it -> whole.endOfLine(whole.of(it).end()))
                .or(() -> base.all(Sentence.Story.class)
                        .findFirst()
                        .map(story -> story.at().start()))
                .orElse(baseText.text().length());
    }
}
