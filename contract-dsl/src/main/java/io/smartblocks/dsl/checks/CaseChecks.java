package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.proof.Answer;
import java.util.ArrayList;
import java.util.List;

/** Cases exclude each other and each can hold; the last takes the rest, so that no gap is left. */
final class CaseChecks {

    private final Doubts doubts;

    private CaseChecks(Doubts doubts) {
        this.doubts = doubts;
    }

    static void of(Doubts doubts) {
        CaseChecks checks = new CaseChecks(doubts);
        doubts.terms()
                .forEach(
                        term -> checks.value(term.value(), new Place(term.name(), List.of(), term.level(), term.at())));
        for (Clause clause : doubts.clauses()) {
            for (Clause.Provision provision : clause.provisions()) {
                if (provision.effect() instanceof Effect.Instead instead) {
                    checks.value(
                            instead.value(),
                            new Place(instead.term(), provision.guards(), provision.level(), provision.at()));
                }
            }
        }
    }

    /** Where cases stand: for what they give a value, and what holds around them. */
    private record Place(String name, List<Condition> guards, Level level, SourceRange at) {
        List<Condition> with(Condition... more) {
            List<Condition> all = new ArrayList<>(guards);
            all.addAll(List.of(more));
            return all;
        }
    }

    private void value(Value value, Place place) {
        if (!(value instanceof Value.Cases cases)) {
            return;
        }
        List<Value.Arm> possible = new ArrayList<>();
        for (Value.Arm arm : cases.arms()) {
            if (doubts.proof().exclude(place.with(arm.when()))) {
                neverHolds(arm, place);
            } else {
                possible.forEach(earlier -> overlap(earlier, arm, place));
                possible.add(arm);
            }
        }
        Condition[] none =
                possible.stream().map(arm -> new Condition.Not(arm.when())).toArray(Condition[]::new);
        if (doubts.proof().exclude(place.with(none))) {
            SourceRange at = doubts.at(cases.otherwise(), place.at());
            doubts.add(Diagnostic.of(Code.W0502, at, "this case can never hold: the others leave nothing to it")
                    .help("make one of the others the last: `… otherwise`"));
        }
    }

    private void neverHolds(Value.Arm arm, Place place) {
        SourceRange at = doubts.at(arm.expr(), doubts.at(arm.when(), place.at()));
        boolean reversed = arm.when() instanceof Condition.Between;
        doubts.add(Diagnostic.of(Code.W0502, at, "this case can never hold")
                .help(
                        reversed
                                ? "put the smaller figure first: `between 1 kWh and 2 kWh`"
                                : "change its condition, or remove the case"));
    }

    private void overlap(Value.Arm first, Value.Arm second, Place place) {
        Answer answer = doubts.proof().together(place.with(first.when(), second.when()), place.level());
        if (answer.isNever()) {
            return;
        }
        SourceRange at = doubts.at(second.expr(), place.at());
        if (!(answer instanceof Answer.Example)) {
            doubts.add(Diagnostic.of(
                            Code.N0503, at, "it is not proved that this case and an earlier one exclude each other")
                    .note(doubts.at(first.expr(), at), "the earlier case")
                    .help("a settlement in which both hold is refused; write the second as the opposite of the first"));
            return;
        }
        Diagnostic overlap = Diagnostic.of(Code.E0501, at, "this case and an earlier one can hold at the same time")
                .note(doubts.at(first.expr(), at), "the earlier case")
                .help("make their conditions exclude each other; the last case, `otherwise`, takes the rest");
        doubts.add(
                Doubts.shown(overlap, answer, "two cases of %s at once".formatted(place.name()), "expect no payment."));
    }
}
