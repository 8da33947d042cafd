package io.smartblocks.portal.agreement;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.run.Proposable;
import java.util.stream.Stream;

/** Whether a text is an agreement that its parties can sign, in words where it is not. */
public sealed interface Drafting {

    /** A text that compiles, with what it compiles to, which its parties sign. */
    record Draft(String text, Agreement agreement) implements Drafting {}

    /** What the language says against the text as a whole. */
    record Faulty(String message) implements Drafting {}

    /** What a text is. */
    static Drafting of(String title, String text) {
        Proposable proposable = Proposable.of(new SourceText(title, text));
        if (proposable instanceof Proposable.Complete complete) {
            return new Draft(complete.text(), complete.agreement());
        }
        if (proposable instanceof Proposable.Unreadable unreadable) {
            return new Faulty(messages(unreadable.diagnostics().stream().filter(Diagnostic::isError)));
        }
        if (proposable instanceof Proposable.NeverSettled never) {
            return new Faulty(Words.sentence(never.objection()));
        }
        return proposable instanceof Proposable.Open open
                ? new Faulty(messages(open.questions().stream()))
                : new Faulty(Words.sentence(
                        ((Proposable.Incomplete) proposable).diagnostic().message()));
    }

    private static String messages(Stream<Diagnostic> diagnostics) {
        return diagnostics
                .limit(MOST)
                .map(Diagnostic::message)
                .map(Words::sentence)
                .collect(joining(" "));
    }

    /** How many things are told at once. */
    int MOST = 5;
}
