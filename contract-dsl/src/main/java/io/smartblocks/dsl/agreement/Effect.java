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

    /** {@code debtor shall pay amount, due: share to A, share to B, the rest to C}; the shares and the rest lose no cent. */
    record PaySplit(String debtor, Expr amount, List<Share> shares, String rest, Due due) implements Effect {
        public PaySplit {
            shares = List.copyOf(shares);
        }
    }

    /** One share of a split payment. */
    record Share(Expr amount, String creditor) {}

    /** {@code from shall transfer amount of asset to to}, due. */
    record Transfer(String from, Expr amount, String asset, String to, Due due) implements Effect {}

    /** {@code party mints amount of asset to to}: what comes into being at settlement. */
    record Mint(String party, Expr amount, String asset, String to) implements Effect {}

    /** {@code party retires amount of asset}: what ceases to be at settlement. */
    record Retire(String party, Expr amount, String asset) implements Effect {}

    /** {@code from shall deliver amount to to}, due. */
    record Deliver(String from, Expr amount, String to, Due due) implements Effect {}

    /** {@code party shall "service the boilers"}, due: a duty that is no payment. */
    record Perform(String party, String duty, Due due) implements Effect {}
}
