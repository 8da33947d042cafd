package io.smartblocks.runtime.explain;

import io.smartblocks.runtime.rules.Asked;
import java.util.Optional;

/** Says why a clause gives no payment: an exception holds, what it asks does not, or it comes to nothing. */
final class Silence {

    private Silence() {}

    static String why(Amount amount) {
        Optional<Asked> exception = amount.said().exceptions().stream()
                .filter(asked -> asked.truth().holds())
                .findFirst();
        if (amount.said().waits().isPresent()) {
            return "Nothing is due yet: " + amount.said().waits().get() + ".";
        } else if (!amount.said().speaks() && exception.isPresent()) {
            return "Nothing is due because " + exception.get().by() + " is an exception that holds: "
                    + exception.get().words() + "." + otherwise(amount);
        }
        Optional<Asked> no = amount.said().guards().stream()
                .filter(asked -> !asked.truth().holds())
                .findFirst();
        if (!amount.said().speaks() && no.isPresent()) {
            return "Nothing is due because it is not so that " + no.get().words() + ".";
        }
        return "The clause speaks, but what it gives comes to nothing, and zero is no line.";
    }

    private static String otherwise(Amount amount) {
        return amount.derived()
                .map(root -> " Without it " + Figures.with(root.value(), root.unit()) + " would be due.")
                .orElse("");
    }
}
