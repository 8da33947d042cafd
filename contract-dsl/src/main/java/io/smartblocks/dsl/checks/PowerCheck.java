package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator;
import io.smartblocks.dsl.agreement.Expr.Reference.Kind;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Places;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Warns where a figure in the text stands for the length of a meter's interval and is not that length: {@code 4 per hour *
 * the highest of Main Meter} on a meter read every 30 minutes is twice the power that there was.
 */
final class PowerCheck {

    private static final Unit PER_HOUR = Unit.NONE.per("hour");
    private static final Unit HOURS = Unit.of("hours");
    private static final Unit KWH = Unit.of("kWh");
    private static final Unit KW = Unit.of("kW");
    private static final Exact MINUTES = Exact.of(60);

    private final Map<String, Declaration.Meter> meters = new HashMap<>();
    private final Places places;
    private final List<Diagnostic> findings = new ArrayList<>();

    private PowerCheck(Resolution resolution) {
        resolution.meters().forEach(meter -> meters.put(meter.name(), meter));
        this.places = resolution.places();
    }

    static List<Diagnostic> of(Resolution resolution, Levels.Inferred inferred) {
        PowerCheck check = new PowerCheck(resolution);
        inferred.terms().forEach(term -> check.within(term, term.at()));
        inferred.clauses()
                .forEach(clause -> clause.provisions().forEach(provision -> check.within(provision, provision.at())));
        return check.findings;
    }

    private void within(Object tree, SourceRange at) {
        Nodes.within(tree, Expr.Arithmetic.class).forEach(product -> {
            SourceRange place = places.of(product, at);
            if (product.operator() == Operator.TIMES) {
                either(product.left(), product.right(), place);
                either(product.right(), product.left(), place);
            } else if (product.operator() == Operator.DIVIDED_BY) {
                power(product.right(), product.left(), HOURS, place);
            }
        });
    }

    private void either(Expr factor, Expr of, SourceRange at) {
        power(factor, of, PER_HOUR, at);
        energy(factor, of, at);
    }

    /** {@code 4 per hour * the highest of M}, or {@code the highest of M / 0.25 hours}. */
    private void power(Expr factor, Expr of, Unit unit, SourceRange at) {
        boolean highest = of instanceof Expr.Aggregate aggregate && aggregate.kind() != Expr.Aggregate.Kind.TOTAL;
        Expr read = of instanceof Expr.Aggregate aggregate ? aggregate.of() : of;
        if (!(factor instanceof Expr.Constant figure) || !figure.unit().isCommensurableWith(unit)) {
            return;
        }
        hours(read, KWH)
                .filter(hours -> !figure.value().equals(unit == HOURS ? hours : Exact.ONE.dividedBy(hours)))
                .ifPresent(hours -> warn(
                        at,
                        (Expr.Reference) read,
                        highest && ((Expr.Aggregate) of).kind() == Expr.Aggregate.Kind.HIGHEST
                                ? "ask for the power itself: `the highest power of %s over …`"
                                : "let the figure be that of the meter's interval"));
    }

    /** {@code Dispatch Signal * 0.5 hours}. */
    private void energy(Expr factor, Expr of, SourceRange at) {
        if (factor instanceof Expr.Constant figure && figure.unit().isCommensurableWith(HOURS)) {
            hours(of, KW)
                    .filter(hours -> !figure.value().equals(hours))
                    .ifPresent(hours -> warn(at, (Expr.Reference) of, "ask for the energy itself: `the energy of %s`"));
        }
    }

    /** The length in hours of the intervals of the meter that is named, if it reads that kind of figure. */
    private Optional<Exact> hours(Expr of, Unit unit) {
        if (!(of instanceof Expr.Reference reference)
                || reference.kind() != Kind.METER
                || !reference.unit().isCommensurableWith(unit)) {
            return Optional.empty();
        }
        return Optional.ofNullable(meters.get(reference.name()))
                .map(Declaration.Meter::every)
                .filter(every -> every.unit() == TimeSpan.Unit.MINUTE || every.unit() == TimeSpan.Unit.HOUR)
                .map(every -> Exact.of(every.roughMinutes()).dividedBy(MINUTES));
    }

    private void warn(SourceRange at, Expr.Reference meter, String help) {
        Declaration.Meter read = meters.get(meter.name());
        findings.add(Diagnostic.of(
                        Code.W0731,
                        at,
                        "this figure does not fit the intervals of `%s`, which is read every %s"
                                .formatted(read.name(), read.every().words()))
                .note(read.at(), "every " + read.every().words())
                .help(help.formatted(read.name())));
    }
}
