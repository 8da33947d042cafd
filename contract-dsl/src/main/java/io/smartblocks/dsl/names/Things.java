package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.Vat;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.GapSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives declarations, VAT and missing-data rules their names and units. */
final class Things {

    private final Resolver resolver;
    private final Names names;
    private final Expressions expressions;

    Things(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.names = resolver.names();
        this.expressions = expressions;
    }

    List<Declaration.Party> parties() {
        List<Declaration.Party> parties = new ArrayList<>();
        names.all(Sentence.Party.class)
                .forEach(it -> parties.add(new Declaration.Party(
                        it.name().text(), Optional.of(it.legalName().text()), it.at())));
        names.all(Sentence.Parameter.class).stream()
                .filter(it -> it.kind() instanceof Sentence.ParameterKind.Party)
                .forEach(it -> parties.add(new Declaration.Party(it.name().text(), Optional.empty(), it.at())));
        return parties;
    }

    List<Declaration.Meter> meters() {
        List<Declaration.Meter> meters = new ArrayList<>();
        for (Sentence.Meter it : names.all(Sentence.Meter.class)) {
            Unit unit = UnitCheck.unit(it.unit());
            Optional<Expr.Constant> rollsOver = it.rollsOverAt().map(expressions::constant);
            rollsOver.ifPresent(at -> expressions
                    .units()
                    .has(
                            at,
                            unit,
                            it.at(),
                            "`%s` rolls over in another unit"
                                    .formatted(it.name().text())));
            meters.add(new Declaration.Meter(
                    it.name().text(),
                    unit,
                    it.every(),
                    Optional.of(it.id().text()),
                    it.register(),
                    rollsOver,
                    it.at()));
        }
        for (Sentence.Parameter it : names.all(Sentence.Parameter.class)) {
            if (it.kind() instanceof Sentence.ParameterKind.Meter meter) {
                Unit unit = UnitCheck.unit(meter.unit());
                meters.add(new Declaration.Meter(
                        it.name().text(), unit, meter.every(), Optional.empty(), false, Optional.empty(), it.at()));
            }
        }
        return meters;
    }

    List<Declaration.Index> indexes() {
        return names.all(Sentence.Index.class).stream()
                .map(it -> new Declaration.Index(
                        it.name().text(),
                        UnitCheck.unit(it.unit()),
                        it.every(),
                        it.publisher().text(),
                        it.at()))
                .toList();
    }

    List<Declaration.Period> periods() {
        List<Declaration.Period> periods = new ArrayList<>();
        for (Sentence.Period it : names.all(Sentence.Period.class)) {
            resolver.date(it.from())
                    .ifPresent(from -> periods.add(
                            new Declaration.Period(it.name().text(), it.every(), from, it.settledAfter(), it.at())));
        }
        return periods;
    }

    List<Declaration.Season> seasons() {
        return names.all(Sentence.Season.class).stream()
                .map(it -> new Declaration.Season(it.name().text(), it.from(), it.to(), it.at()))
                .toList();
    }

    List<Declaration.Fact> facts() {
        List<Declaration.Fact> facts = new ArrayList<>();
        for (Sentence.Fact it : names.all(Sentence.Fact.class)) {
            Unit unit = UnitCheck.unit(it.unit());
            Expr.Constant initial = expressions.constant(it.initial());
            expressions
                    .units()
                    .has(
                            initial,
                            unit,
                            it.at(),
                            "`%s` is in another unit".formatted(it.name().text()));
            Optional<String> each = it.each().flatMap(resolver::period);
            Optional<List<String>> confirming = resolver.parties(it.confirmedBy());
            resolver.party(it.statedBy())
                    .ifPresent(by -> confirming.ifPresent(confirmed -> facts.add(
                            new Declaration.Fact(it.name().text(), unit, each, initial, by, confirmed, it.at()))));
        }
        return facts;
    }

    List<Declaration.Parameter> parameters() {
        return names.all(Sentence.Parameter.class).stream().map(this::parameter).toList();
    }

    private Declaration.Parameter parameter(Sentence.Parameter it) {
        Kind kind = kind(it.kind());
        return new Declaration.Parameter(
                it.name().text(),
                kind,
                it.atLeast().map(limit -> limit(limit, kind, it)),
                it.atMost().map(limit -> limit(limit, kind, it)),
                it.description().map(Word::text),
                it.at());
    }

    private Expr.Constant limit(ExprSyntax.Figure figure, Kind kind, Sentence.Parameter parameter) {
        Expr.Constant limit = expressions.constant(figure);
        SourceRange at = figure.at();
        Unit unit = kind instanceof Kind.Quantity quantity ? quantity.unit() : Unit.NONE;
        expressions
                .units()
                .has(
                        limit,
                        unit,
                        at,
                        "this limit has another unit than `%s`"
                                .formatted(parameter.name().text()));
        return limit;
    }

    private static Kind kind(Sentence.ParameterKind kind) {
        if (kind instanceof Sentence.ParameterKind.Quantity quantity) {
            return new Kind.Quantity(UnitCheck.unit(quantity.unit()));
        }
        if (kind instanceof Sentence.ParameterKind.Meter meter) {
            return new Kind.Meter(UnitCheck.unit(meter.unit()), meter.every());
        }
        return kind instanceof Sentence.ParameterKind.Date ? new Kind.Date() : new Kind.Party();
    }

    Optional<Vat> vat(Sentence.Vat vat) {
        Expr.Constant rate = expressions.constant(vat.rate());
        boolean factor = expressions.units().has(rate, Unit.of("%"), vat.at(), "a rate of VAT is a share in %");
        return resolver.clauses(vat.clauses()).filter(it -> factor).map(clauses -> new Vat(rate.value(), clauses));
    }

    Optional<GapRule> gapRule(Sentence.Gaps gaps) {
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
        return whole ? Optional.of(new GapRule(meters, arms)) : Optional.empty();
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
            return expressions.of(fixed.value()).filter(it -> fits(it, gaps)).map(GapRule.Estimate.Fixed::new);
        }
        return Optional.of(new GapRule.Estimate.StraightLine());
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
