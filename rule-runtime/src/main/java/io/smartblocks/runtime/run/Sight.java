package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.agreement.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a part of an agreement looks at beside its own period.
 *
 * @param terms the terms that it names
 * @param within what it counts or adds up over a window of its own
 * @param caps the longer periods over which a limit runs
 * @param capped the term, if it is one, whose earlier values count towards these limits
 */
record Sight(List<String> terms, List<Within> within, List<Window> caps, Optional<String> capped) {

    /** Looks from the start of a window. */
    record Within(Window window, Sight sight) {}

    static Sight of(Object part) {
        return new Sight(
                Nodes.within(part, Expr.Reference.class)
                        .filter(reference -> reference.kind() == Expr.Reference.Kind.TERM)
                        .map(Expr.Reference::name)
                        .distinct()
                        .toList(),
                Stream.concat(
                                Nodes.within(part, Expr.Aggregate.class)
                                        .map(aggregate -> new Within(aggregate.over(), of(aggregate.of()))),
                                Nodes.within(part, Value.Banded.class).flatMap(Sight::bands))
                        .toList(),
                Nodes.within(part, Limit.AtMost.class)
                        .flatMap(most -> most.inEach().stream())
                        .map(longer -> new Window(longer, 0))
                        .toList(),
                Optional.of(part).filter(Term.class::isInstance).map(term -> ((Term) term).name()));
    }

    /** Bands look back to the start of the longer period over which they run. */
    private static Stream<Within> bands(Value.Banded banded) {
        return banded.countedFrom().stream().map(longer -> new Within(new Window(longer, 0), of(banded.of())));
    }
}
