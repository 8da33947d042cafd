package io.smartblocks.dsl.scenario;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.ExpectDuty.Kind;
import io.smartblocks.dsl.names.Expressions;
import io.smartblocks.dsl.names.Resolver;
import io.smartblocks.dsl.syntax.StepSyntax;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Unit;
import java.time.LocalDate;
import java.util.Optional;

/** Resolves what a scenario expects of duties that are no payments. */
final class ExpectedDuties {

    private final Resolver resolver;
    private final Expressions expressions;

    ExpectedDuties(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.expressions = expressions;
    }

    Optional<Scenario.Step> of(StepSyntax.ExpectDuty expect) {
        Optional<String> debtor = resolver.party(expect.debtor());
        Optional<Expr> amount = expect.amount().flatMap(expressions::of).filter(it -> isCounted(it, expect));
        Optional<String> what = expect.kind() == Kind.PERFORM
                ? expect.what().map(Word::text)
                : expect.what().flatMap(resolver::asset);
        Optional<String> other = expect.other().flatMap(resolver::party);
        Optional<String> clause = expect.clause().flatMap(resolver::clause);
        Optional<LocalDate> by = expect.by().flatMap(resolver::date);
        boolean whole = amount.isPresent() == expect.amount().isPresent()
                && what.isPresent() == expect.what().isPresent()
                && other.isPresent() == expect.other().isPresent()
                && clause.isPresent() == expect.clause().isPresent();
        return debtor.filter(it -> whole)
                .map(it -> new Scenario.ExpectDuty(expect.kind(), it, amount, what, other, clause, by, expect.at()));
    }

    private boolean isCounted(Expr amount, StepSyntax.ExpectDuty expect) {
        Optional<Unit> unit = expect.what().flatMap(resolver::counted);
        return unit.isEmpty()
                || expressions.has(
                        amount,
                        unit.orElseThrow(),
                        expect.at(),
                        "`%s` is counted in %s"
                                .formatted(
                                        expect.what().orElseThrow().text(),
                                        unit.orElseThrow().symbol()));
    }
}
