package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Places;
import io.smartblocks.dsl.names.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases are disjoint, as far as it can be proved: for tests of the calendar, and for comparisons of one value with figures.
 * The last case takes the rest, so that no gap is left.
 */
final class CaseChecks {

    private final Places places;
    private final Map<String, Declaration.Season> seasons = new HashMap<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    private CaseChecks(Resolution resolution) {
        this.places = resolution.places();
        resolution.seasons().forEach(season -> seasons.put(season.name(), season));
    }

    static List<Diagnostic> of(Levels.Inferred inferred, Resolution resolution) {
        CaseChecks checks = new CaseChecks(resolution);
        Nodes.within(inferred.terms(), Value.Cases.class).forEach(checks::check);
        Nodes.within(inferred.clauses(), Value.Cases.class).forEach(checks::check);
        return checks.findings;
    }

    private void check(Value.Cases cases) {
        List<Value.Arm> arms = cases.arms();
        for (int i = 0; i < arms.size(); i++) {
            neverHolds(arms.get(i));
            for (int j = 0; j < i; j++) {
                overlap(arms.get(j), arms.get(i));
            }
        }
    }

    private void neverHolds(Value.Arm arm) {
        if (Span.of(arm.when()).filter(Span::isEmpty).isPresent()) {
            Expr expr = arm.expr();
            findings.add(Diagnostic.of(
                            Code.W0502,
                            places.of(expr, places.of(arm.when(), SourceRange.BEGINNING)),
                            "this case can never hold")
                    .help("put the smaller figure first: `between 1 kWh and 2 kWh`"));
        }
    }

    private void overlap(Value.Arm first, Value.Arm second) {
        boolean both = first.when() instanceof Condition.ItIs one && second.when() instanceof Condition.ItIs other
                ? CalendarOverlap.possible(one.test(), other.test(), seasons)
                : Span.overlap(first.when(), second.when());
        if (both) {
            SourceRange at = places.of(second.expr(), SourceRange.BEGINNING);
            findings.add(Diagnostic.of(Code.E0501, at, "this case and an earlier one can hold at the same time")
                    .note(places.of(first.expr(), at), "the earlier case")
                    .help("make their conditions exclude each other; the last case, `otherwise`, takes the rest"));
        }
    }
}
