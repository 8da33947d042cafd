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

    /** {@code A shall pay x within …: y to B, the rest to C}. */
    record PaySplit(
            Word debtor,
            ExprSyntax amount,
            List<Share> shares,
            Rest rest,
            DueSyntax due,
            Optional<Word> description,
            SourceRange at)
            implements EffectSyntax {
        public PaySplit {
            shares = List.copyOf(shares);
        }
    }

    /** {@code y to B described as "…"}. */
    record Share(ExprSyntax amount, Word creditor, Optional<Word> description, SourceRange at) {}

    /** {@code the rest to C described as "…"}. */
    record Rest(Word creditor, Optional<Word> description) {}

    /** {@code A shall transfer x of Asset to B within …}. */
    record Transfer(Word debtor, ExprSyntax amount, Word asset, Word creditor, DueSyntax due, SourceRange at)
            implements EffectSyntax {}

    /** {@code A shall mint x of Asset to B within …}, or {@code A mints 1 coin per kWh of X to B}, naming no asset. */
    record Mint(Word debtor, ExprSyntax amount, Optional<Word> asset, Word creditor, DueSyntax due, SourceRange at)
            implements EffectSyntax {}

    /** {@code A shall retire x of Asset from B within …}, or {@code A retires 1 coin per kWh of X}, naming no asset. */
    record Retire(
            Word debtor, ExprSyntax amount, Optional<Word> asset, Optional<Word> holder, DueSyntax due, SourceRange at)
            implements EffectSyntax {}

    /** {@code A shall deliver x to B by …}. */
    record Deliver(Word debtor, ExprSyntax amount, Word creditor, DueSyntax due, SourceRange at)
            implements EffectSyntax {}

    /** {@code A shall "service the boilers" within …}. */
    record Perform(Word debtor, Word duty, DueSyntax due, SourceRange at) implements EffectSyntax {}

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

    /** A sentence that could not be read. */
    record Unread(SourceRange at) implements EffectSyntax {}
}
