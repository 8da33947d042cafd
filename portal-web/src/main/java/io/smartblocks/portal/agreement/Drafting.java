package io.smartblocks.portal.agreement;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.run.Proposable;
import java.util.List;
import java.util.stream.Stream;

/** Whether a text is an agreement that its parties can sign, in words where it is not. */
public sealed interface Drafting {

    /** A text that compiles, with what it compiles to, which its parties sign. */
    record Draft(String text, Agreement agreement) implements Drafting {}

    /** What the language says against the text. */
    record Faulty(List<Fault> faults) implements Drafting {
        public Faulty {
            faults = List.copyOf(faults);
        }

        /** All of it, without its places. */
        public String message() {
            return faults.stream().map(Fault::words).collect(joining(" "));
        }
    }

    /**
     * One thing said against a text, and how to mend it.
     *
     * @param line counted from 1; 0 where it is about all of the text
     */
    record Fault(int line, String words) {}

    /** What a text is. */
    static Drafting of(String title, String text) {
        Proposable proposable = Proposable.of(new SourceText(title, text));
        if (proposable instanceof Proposable.Complete complete) {
            return new Draft(complete.text(), complete.agreement());
        }
        if (proposable instanceof Proposable.Unreadable unreadable) {
            return faulty(text, unreadable.diagnostics().stream().filter(Diagnostic::isError));
        }
        if (proposable instanceof Proposable.NeverSettled never) {
            return new Faulty(List.of(new Fault(0, Words.sentence(never.objection()))));
        }
        return proposable instanceof Proposable.Open open
                ? faulty(text, open.questions().stream())
                : faulty(text, Stream.of(((Proposable.Incomplete) proposable).diagnostic()));
    }

    private static Faulty faulty(String text, Stream<Diagnostic> diagnostics) {
        return new Faulty(diagnostics.limit(MOST).map(said -> fault(text, said)).toList());
    }

    private static Fault fault(String text, Diagnostic said) {
        int line = 1
                + (int) text.substring(0, said.range().start())
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
        String mend = said.fixes().stream()
                .findFirst()
                .map(fix -> ' ' + Words.sentence(fix.text()))
                .orElse("");
        return new Fault(line, Words.sentence(said.message()) + mend);
    }

    /** How many things are told at once. */
    int MOST = 5;
}
