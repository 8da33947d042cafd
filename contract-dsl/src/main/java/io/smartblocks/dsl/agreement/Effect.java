package io.smartblocks.dsl.agreement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a sentence of a clause brings about. */
public sealed interface Effect {

    /** What someone owes and must do by some day. */
    sealed interface Duty extends Effect {
        String debtor();

        Due due();
    }

    /** A duty to pay, to one creditor or to several. */
    sealed interface Payment extends Duty {
        Expr amount();

        /** Who is paid, in the order of the text. */
        List<String> creditors();

        /** The invoice line of each creditor, where the text describes it. */
        List<Optional<String>> descriptions();
    }

    /** {@code debtor shall pay amount to creditor}, due, described as an invoice line. */
    record Pay(String debtor, Expr amount, String creditor, Due due, Optional<String> description) implements Payment {
        @Override
        public List<String> creditors() {
            return List.of(creditor);
        }

        @Override
        public List<Optional<String>> descriptions() {
            return List.of(description);
        }
    }

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
    record PaySplit(String debtor, Expr amount, List<Share> shares, Rest rest, Due due) implements Payment {
        public PaySplit {
            shares = List.copyOf(shares);
        }

        @Override
        public List<String> creditors() {
            return Stream.concat(shares.stream().map(Share::creditor), Stream.of(rest.creditor()))
                    .toList();
        }

        @Override
        public List<Optional<String>> descriptions() {
            return Stream.concat(shares.stream().map(Share::description), Stream.of(rest.description()))
                    .toList();
        }
    }

    /** One share of a split payment. */
    record Share(Expr amount, String creditor, Optional<String> description) {}

    /** Who takes what the shares leave. */
    record Rest(String creditor, Optional<String> description) {}

    /** A duty that moves, makes or takes away units of an asset. */
    sealed interface AssetDuty extends Duty {
        Expr amount();

        String asset();

        /** Who receives or holds the units, if it is not the debtor. */
        Optional<String> other();
    }

    /** {@code debtor shall transfer amount of asset to creditor}, due. */
    record Transfer(String debtor, Expr amount, String asset, String creditor, Due due) implements AssetDuty {
        @Override
        public Optional<String> other() {
            return Optional.of(creditor);
        }
    }

    /** {@code debtor shall mint amount of asset to creditor}, due: what comes into being. */
    record Mint(String debtor, Expr amount, String asset, String creditor, Due due) implements AssetDuty {
        @Override
        public Optional<String> other() {
            return Optional.of(creditor);
        }
    }

    /** {@code debtor shall retire amount of asset from holder}, due: what ceases to be. */
    record Retire(String debtor, Expr amount, String asset, Optional<String> holder, Due due) implements AssetDuty {
        @Override
        public Optional<String> other() {
            return holder;
        }
    }

    /** {@code debtor shall deliver amount to creditor}, due. */
    record Deliver(String debtor, Expr amount, String creditor, Due due) implements Duty {}

    /** {@code debtor shall "service the boilers"}, due: a duty that is no payment. */
    record Perform(String debtor, String duty, Due due) implements Duty {}
}
