package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import java.util.List;

/**
 * A condition that was looked at: who asks, its words with the figures, how it was answered, and the comparisons in it.
 *
 * @param by the clause or term that asks
 * @param then what follows if it holds
 */
public record Asked(String by, String then, String words, Truth truth, List<Compared> compared) {

    public Asked {
        compared = List.copyOf(compared);
    }

    /** Two figures that a condition compares, and whether the relation holds. */
    public record Compared(Derived left, Relation relation, Derived right, boolean held) {}
}
