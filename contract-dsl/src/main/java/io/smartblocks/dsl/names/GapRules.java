package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.GapSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives missing-data rules their names and units. */
final class GapRules {

    private final Resolver resolver;
    private final Names names;
    private final Expressions expressions;
    private final Set<String> ruled = new HashSet<>();

    GapRules(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.names = resolver.names();
        this.expressions = expressions;
    }

    Optional<GapRule> of(Sentence.Gaps gaps) {
        List<String> meters = gaps.meters().stream()
                .flatMap(it -> resolver.meter(it).stream())
                .toList();
        List<GapRule.Arm> arms = new ArrayList<>();
        for (GapSyntax arm : gaps.arms()) {
            Optional<GapRule.Estimate> estimate = arm.estimate().flatMap(it -> estimate(it, gaps));
            Optional<List<String>> notified = resolver.parties(arm.notified());
            if (estimate.isPresent() == arm.estimate().isPresent() && notified.isPresent()) {
                arms.add(new GapRule.Arm(arm.upTo(), estimate, notified.orElseThrow()));
            }
        }
        boolean whole = meters.size() == gaps.meters().size()
                && arms.size() == gaps.arms().size();
        meters.stream()
                .filter(meter -> !ruled.add(meter))
                .forEach(meter -> resolver.report(Diagnostic.of(
                                Code.E0603,
                                gaps.at(),
                                "what happens when readings of `%s` are missing is said twice".formatted(meter))
                        .help("keep one of the two rules")));
        return whole ? Optional.of(new GapRule(meters, GapArms.complete(arms, gaps, resolver))) : Optional.empty();
    }

    private Optional<? extends GapRule.Estimate> estimateOf(GapSyntax.EstimateSyntax estimate, Sentence.Gaps gaps) {
        if (estimate instanceof GapSyntax.EstimateSyntax.LikeDays like) {
            Optional<String> scaled = like.scaledTo().flatMap(resolver::meter);
            return scaled.isPresent() == like.scaledTo().isPresent()
                    ? Optional.of(new GapRule.Estimate.LikeDays(like.days(), scaled))
                    : Optional.empty();
        }
        if (estimate instanceof GapSyntax.EstimateSyntax.PreviousAverage average) {
            return Optional.of(new GapRule.Estimate.PreviousAverage(average.span()));
        }
        if (estimate instanceof GapSyntax.EstimateSyntax.PreviousYear year) {
            return Optional.of(new GapRule.Estimate.PreviousYear(year.span()));
        }
        if (estimate instanceof GapSyntax.EstimateSyntax.Fixed fixed) {
            return expressions
                    .of(fixed.value())
                    .filter(it -> fits(it, gaps) && isFigure(it, fixed.value().at()))
                    .map(GapRule.Estimate.Fixed::new);
        }
        return Optional.of(new GapRule.Estimate.StraightLine());
    }

    private Optional<GapRule.Estimate> estimate(GapSyntax.EstimateSyntax estimate, Sentence.Gaps gaps) {
        return estimateOf(estimate, gaps).map(it -> it);
    }

    private boolean isFigure(Expr value, SourceRange at) {
        if (!(value instanceof Expr.Constant)) {
            resolver.report(
                    Diagnostic.of(Code.E0109, at, "an estimate that is computed is not yet settled by this version")
                            .help("write a figure with its unit: `use 0 kWh`"));
        }
        return value instanceof Expr.Constant;
    }

    private boolean fits(Expr value, Sentence.Gaps gaps) {
        return gaps.meters().stream()
                .flatMap(word -> names.thing(word.text()).stream())
                .filter(Sentence.Meter.class::isInstance)
                .map(Sentence.Meter.class::cast)
                .allMatch(meter -> expressions
                        .units()
                        .has(
                                value,
                                UnitCheck.unit(meter.unit()),
                                gaps.at(),
                                "`%s` reads another unit".formatted(meter.name().text())));
    }
}
