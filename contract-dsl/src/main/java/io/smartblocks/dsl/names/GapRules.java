package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.GapSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
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
            Optional<String> scaled = like.scaledTo().flatMap(it -> scale(it, gaps));
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
            return expressions.of(fixed.value()).filter(it -> fits(it, gaps)).map(GapRule.Estimate.Fixed::new);
        }
        return Optional.of(new GapRule.Estimate.StraightLine());
    }

    /** The register by whose advance an estimate is scaled: another than the meter itself, in its unit. */
    private Optional<String> scale(Word register, Sentence.Gaps gaps) {
        Optional<String> found = resolver.register(register);
        if (gaps.meters().stream().anyMatch(meter -> meter.text().equals(register.text()))) {
            resolver.report(Diagnostic.of(
                            Code.E0204, register.at(), "`%s` cannot be scaled to itself".formatted(register.text()))
                    .help("name the register that counts on while the readings are missing"));
            return Optional.empty();
        }
        return found.filter(it -> expressions
                .of(new ExprSyntax.Name(it, register.at()))
                .filter(value -> fits(value, gaps))
                .isPresent());
    }

    private Optional<GapRule.Estimate> estimate(GapSyntax.EstimateSyntax estimate, Sentence.Gaps gaps) {
        return estimateOf(estimate, gaps).map(it -> it);
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
