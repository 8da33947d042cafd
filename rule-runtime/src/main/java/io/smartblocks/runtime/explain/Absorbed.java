package io.smartblocks.runtime.explain;

import io.smartblocks.runtime.rules.Derivation;
import io.smartblocks.runtime.rules.Derived;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Finds where a moved input ends that does not change an amount: at a limit, a rounding, or a case that does not use it. */
final class Absorbed {

    private record Pair(Derived now, Derived then) {}

    private Absorbed() {}

    /** The reason in words, after "nothing". */
    static String words(Derived now, Derived then, Inputs.Input input) {
        Deque<Pair> open = new ArrayDeque<>();
        open.add(new Pair(now, then));
        while (!open.isEmpty()) {
            Pair pair = open.poll();
            boolean alike = pair.now.how() == pair.then.how()
                    && pair.now.parts().size() == pair.then.parts().size();
            if (!alike) {
                continue;
            }
            for (int i = 0; i < pair.now.parts().size(); i++) {
                Derived part = pair.now.parts().get(i);
                Derived moved = pair.then.parts().get(i);
                if (!part.value().equals(moved.value()) && pair.now.value().equals(pair.then.value())) {
                    return because(pair.now, part, moved);
                }
                open.add(new Pair(part, moved));
            }
        }
        return taken(now, input)
                .map(node ->
                        ", because " + node.words() + " stays " + Figures.with(node.value(), node.unit()) + " with it")
                .orElse(", because it counts only in conditions, and these are answered alike");
    }

    /** The figure of the amount that is taken from the input. */
    private static Optional<Derived> taken(Derived now, Inputs.Input input) {
        return Derivation.within(now).stream()
                .filter(node -> node.how() == Derived.How.TAKEN)
                .filter(node -> Inputs.of(List.of(node)).all().contains(input))
                .findFirst();
    }

    private static String because(Derived node, Derived part, Derived moved) {
        String change = "%s would be %s instead of %s"
                .formatted(
                        part.words(),
                        Figures.with(moved.value(), part.unit()),
                        Figures.with(part.value(), part.unit()));
        return switch (node.how()) {
            case AT_MOST, AT_LEAST ->
                ", because the limit " + node.words() + " gives " + Figures.with(node.value(), node.unit())
                        + " either way (" + change + ")";
            case ROUNDED -> ", because it is " + node.words() + " (" + change + ")";
            case FULL_STEPS -> ", because only full steps count (" + change + ")";
            case TIMES -> ", because it is multiplied by zero (" + change + ")";
            default ->
                ", because " + node.words() + " stays " + Figures.with(node.value(), node.unit()) + " (" + change + ")";
        };
    }
}
