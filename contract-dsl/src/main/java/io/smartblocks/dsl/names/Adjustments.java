package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Non-routine adjustments: amounts, or amounts per day, whose total over a period the terms use. */
final class Adjustments {

    private final Resolver resolver;

    Adjustments(Resolver resolver) {
        this.resolver = resolver;
    }

    Optional<Declaration.Adjustment> of(Sentence.Adjustment it) {
        Unit unit = UnitCheck.unit(it.unit());
        Optional<String> by = resolver.party(it.proposedBy());
        Optional<List<String>> confirmed = resolver.parties(it.confirmedBy());
        requireAmount(it, unit);
        return by.flatMap(proposer -> confirmed.map(
                parties -> new Declaration.Adjustment(it.name().text(), unit, proposer, parties, it.at())));
    }

    private void requireAmount(Sentence.Adjustment it, Unit unit) {
        Map<String, Integer> times = unit.dimensions();
        boolean otherTime = times.containsKey("hour") || times.containsKey("month") || times.containsKey("year");
        boolean perDay = Integer.valueOf(-1).equals(times.get("day"));
        if (unit.isFactor() || otherTime || times.containsKey("day") && !perDay || perDay && times.size() == 1) {
            resolver.report(Diagnostic.of(
                            Code.E0306,
                            it.unit().at(),
                            "`%s` is in %s, but an adjustment is an amount or an amount per day"
                                    .formatted(it.name().text(), UnitCheck.words(unit)))
                    .help("write `in kWh per day` for a lasting change, `in kWh` for a single one"));
        }
    }

    /** True if adjustments in this unit last, so that their total grows day by day. */
    static boolean isPerDay(Unit unit) {
        return Integer.valueOf(-1).equals(unit.dimensions().get("day"));
    }

    /** What is aggregated if it is an adjustment; nothing if it is something else. */
    Optional<Sentence.Adjustment> aggregated(ExprSyntax of) {
        return of instanceof ExprSyntax.Name name
                ? resolver.names()
                        .thing(name.text())
                        .filter(Sentence.Adjustment.class::isInstance)
                        .map(Sentence.Adjustment.class::cast)
                : Optional.empty();
    }

    /** An adjustment in a total; nothing, already reported, in any other aggregate. */
    Optional<Expr.Reference> total(ExprSyntax.Aggregate aggregate, Sentence.Adjustment adjustment) {
        if (aggregate.kind() != Expr.Aggregate.Kind.TOTAL || aggregate.during().isPresent()) {
            resolver.report(Diagnostic.of(
                            Code.E0304,
                            aggregate.at(),
                            "`%s` is an adjustment: it has a total over whole days and nothing else"
                                    .formatted(adjustment.name().text()))
                    .help("write `the total of %s over …`"
                            .formatted(adjustment.name().text())));
            return Optional.empty();
        }
        return Optional.of(new Expr.Reference(
                Expr.Reference.Kind.ADJUSTMENT, adjustment.name().text(), UnitCheck.unit(adjustment.unit())));
    }

    /** The unit of a total: kWh for adjustments in kWh per day. */
    static Unit totalUnit(Unit unit) {
        return isPerDay(unit) ? unit.times(Unit.of("days")).unit() : unit;
    }

    /** Says that an adjustment has no value by itself. */
    void alone(Sentence.Adjustment adjustment, SourceRange at) {
        String name = adjustment.name().text();
        resolver.report(Diagnostic.of(
                        Code.E0303, at, "`%s` is an adjustment and has no value by itself".formatted(name))
                .help("say over which days: `the total of %s over %s`"
                        .formatted(
                                name,
                                resolver.names().all(Sentence.Period.class).stream()
                                        .map(period -> period.name().text())
                                        .findFirst()
                                        .orElse("Contract Year"))));
    }
}
