package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.agreement.Declaration.Baseline.Gate;
import io.smartblocks.dsl.agreement.Declaration.Baseline.Statistic;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.ConditionSyntax;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The limits within which the fit of a baseline is accepted: {@code CVRMSE is at most 25 % and R2 is at least 60 %}. */
final class Gates {

    private static final List<String> STATISTICS =
            Stream.of(Statistic.values()).map(Statistic::name).toList();

    private final Resolver resolver;
    private final Expressions expressions;
    private final List<Gate> gates = new ArrayList<>();
    private boolean faulty;

    Gates(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.expressions = expressions;
    }

    /** The limits, none if the sentence has none; nothing, already reported, if one has a fault. */
    Optional<List<Gate>> of(Sentence.Baseline baseline) {
        baseline.acceptedWhen().ifPresent(this::add);
        return faulty ? Optional.empty() : Optional.of(gates);
    }

    private void add(ConditionSyntax condition) {
        if (condition instanceof ConditionSyntax.Joined joined && joined.all()) {
            joined.parts().forEach(this::add);
        } else if (condition instanceof ConditionSyntax.Compare compare && compare.relation() != Relation.EQUAL_TO) {
            gate(compare.left(), compare.relation(), compare.right());
        } else if (condition instanceof ConditionSyntax.Between between) {
            gate(between.value(), Relation.AT_LEAST, between.low());
            gate(between.value(), Relation.AT_MOST, between.high());
        } else {
            fault(
                    condition.at(),
                    "a fit is accepted when each statistic keeps its limit",
                    "join limits by `and`: `CVRMSE is at most 25 % and R2 is at least 60 %`");
        }
    }

    private void gate(ExprSyntax left, Relation relation, ExprSyntax right) {
        Optional<Statistic> statistic = statistic(left);
        if (!(right instanceof ExprSyntax.Figure figure)) {
            fault(right.at(), "the limit of a fit is a figure", "write it out: `25 %`");
            return;
        }
        Expr.Constant limit = expressions.constant(figure);
        if (!expressions.units().has(limit, Unit.of("%"), figure.at(), "the limit of a fit is a share in %")) {
            faulty = true;
        }
        statistic.ifPresent(it -> gates.add(new Gate(it, relation, limit)));
    }

    private Optional<Statistic> statistic(ExprSyntax left) {
        Optional<String> name = left instanceof ExprSyntax.Name term ? Optional.of(term.text()) : Optional.empty();
        if (name.filter(STATISTICS::contains).isPresent()) {
            return name.map(Statistic::valueOf);
        }
        String near = name.flatMap(it -> Nearest.to(it, STATISTICS)).orElse("CVRMSE");
        fault(
                left.at(),
                "a fit has no statistic%s"
                        .formatted(name.map(" `%s`"::formatted).orElse(" of this kind")),
                "its statistics are CVRMSE, NMBE and R2; did you mean `%s`?".formatted(near));
        return Optional.empty();
    }

    private void fault(SourceRange at, String message, String help) {
        faulty = true;
        resolver.report(Diagnostic.of(Code.E0607, at, message).help(help));
    }
}
