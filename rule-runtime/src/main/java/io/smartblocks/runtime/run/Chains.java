package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.DuePeriod;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Periods of one calendar that one round settles one after the other. Where one of them does not settle, those behind it
 * wait, and what is wrong is found by the next round, of which it is the first.
 */
final class Chains {

    private final Set<DuePeriod> firsts;
    private final Set<List<String>> broken = new HashSet<>();

    /** Chains that begin with these periods. */
    Chains(Collection<DuePeriod> firsts) {
        this.firsts = Set.copyOf(firsts);
    }

    /** Whether an earlier period of its calendar did not settle. */
    boolean waits(DuePeriod due) {
        return broken.contains(calendar(due));
    }

    /** Ends a chain at a period that does not settle; true if the next round is to say why. */
    boolean breaksLater(DuePeriod due) {
        broken.add(calendar(due));
        return !firsts.contains(due);
    }

    private static List<String> calendar(DuePeriod due) {
        return List.of(due.agreement(), due.version(), due.period());
    }
}
