package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;

/** A numbered clause: what it provides, which clauses it excepts, or the prose it only reads. */
public record Clause(
        String number,
        String title,
        List<String> exceptionTo,
        List<Provision> provisions,
        Optional<String> prose,
        SourceRange at) {
    public Clause {
        exceptionTo = List.copyOf(exceptionTo);
        provisions = List.copyOf(provisions);
    }

    /** One sentence of a clause: guards that must all hold ({@code unless} is {@link Condition.Not}), and what follows. */
    public record Provision(List<Condition> guards, Effect effect, Level level, SourceRange at) {
        public Provision {
            guards = List.copyOf(guards);
        }
    }
}
