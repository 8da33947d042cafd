package io.smartblocks.dsl.agreement;

import java.util.List;
import java.util.Optional;

/** What a sentence of a clause brings about. */
public sealed interface Effect {

    /** {@code debtor shall pay amount to creditor}, due, described as an invoice line. */
    record Pay(String debtor, Expr amount, String creditor, Due due, Optional<String> description) implements Effect {}

    /** {@code X is instead …} for the settlement in which the guards hold. */
    record Instead(String term, Value value, List<Limit> limits) implements Effect {
        public Instead {
            limits = List.copyOf(limits);
        }
    }

    /** {@code no payment is due under clauses …}. */
    record NothingDue(List<String> clauses) implements Effect {
        public NothingDue {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code settlement is held}. */
    record Hold() implements Effect {}

    /** {@code party may terminate on 30 days notice}. */
    record MayTerminate(String party, TimeSpan notice) implements Effect {}

    /** {@code party may dispute a settlement within …}. */
    record MayDispute(String party, Due within) implements Effect {}
}
