package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;

/** What a sentence of a clause brings about, as written. */
public sealed interface EffectSyntax {

    SourceRange at();

    /** {@code A shall pay x to B within …}. */
    record Pay(Word debtor, ExprSyntax amount, Word creditor, DueSyntax due, Optional<Word> description, SourceRange at)
            implements EffectSyntax {}

    /** {@code X is instead …}. */
    record Instead(Word term, ValueSyntax value, List<LimitSyntax> limits, SourceRange at) implements EffectSyntax {
        public Instead {
            limits = List.copyOf(limits);
        }
    }

    /** {@code no payment is due under clause 2.1}. */
    record NothingDue(List<Word> clauses, SourceRange at) implements EffectSyntax {
        public NothingDue {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code settlement is held}. */
    record Hold(SourceRange at) implements EffectSyntax {}

    /** {@code A may terminate on 30 days notice}. */
    record MayTerminate(Word party, TimeSpan notice, SourceRange at) implements EffectSyntax {}

    /** {@code A may dispute a settlement within …}. */
    record MayDispute(Word party, DueSyntax within, SourceRange at) implements EffectSyntax {}

    /** Wording of the language that this version reads but does not settle. */
    record Unsettled(String what, SourceRange at) implements EffectSyntax {}

    /** A sentence that could not be read. */
    record Unread(SourceRange at) implements EffectSyntax {}
}
