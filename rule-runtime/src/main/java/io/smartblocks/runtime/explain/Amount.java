package io.smartblocks.runtime.explain;

import io.smartblocks.runtime.rules.Asked;
import io.smartblocks.runtime.rules.Derivation;
import io.smartblocks.runtime.rules.Derivation.Said;
import io.smartblocks.runtime.rules.Derived;
import io.smartblocks.runtime.settlement.Settlement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One amount to be explained: the sentence that gives it, what it is now and in another settlement, and how it comes about.
 *
 * @param number counted from 0
 * @param tree how it comes about in a derivation; empty for what has no figure
 */
record Amount(
        int number,
        Said said,
        BigDecimal now,
        String unit,
        Function<Settlement, BigDecimal> of,
        Function<Derivation, Optional<Derived>> tree,
        Optional<Derived> derived) {

    /** All conditions about its sentence. */
    List<Asked> asked() {
        return Stream.concat(said.guards().stream(), said.exceptions().stream()).toList();
    }

    /** All values behind it and behind its conditions. */
    List<Derived> nodes() {
        List<Derived> nodes = new ArrayList<>();
        derived.ifPresent(root -> nodes.addAll(Derivation.within(root)));
        asked().stream().flatMap(each -> each.compared().stream()).forEach(compared -> {
            nodes.addAll(Derivation.within(compared.left()));
            nodes.addAll(Derivation.within(compared.right()));
        });
        return nodes;
    }
}
