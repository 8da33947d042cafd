package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.UnitSyntax;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.util.List;
import java.util.Optional;

/** Compares units and says how a mismatch can be mended. */
final class UnitCheck {

    private final Names names;
    private final Places places;
    private final List<Diagnostic> findings;

    UnitCheck(Names names, Places places, List<Diagnostic> findings) {
        this.names = names;
        this.places = places;
        this.findings = findings;
    }

    /** The unit that is written. */
    static Unit unit(UnitSyntax written) {
        Unit unit = Unit.NONE;
        for (UnitSyntax.Factor factor : written.factors()) {
            unit = factor.inverse() ? unit.per(factor.symbol()) : Unit.of(factor.symbol());
        }
        return unit;
    }

    /** True if both may be added or compared; otherwise it is reported at the second, which {@code message} speaks of. */
    boolean agree(Expr first, Expr second, SourceRange at, String message) {
        if (first.unit().isCommensurableWith(second.unit())) {
            return true;
        }
        SourceRange left = places.of(first, at);
        SourceRange right = places.of(second, at);
        Diagnostic said = Diagnostic.of(Code.E0301, right, message)
                .note(right, words(second.unit()))
                .note(left, words(first.unit()));
        findings.add(mended(said, first, second, right, "the right side"));
        return false;
    }

    /** True if the expression has the wanted unit; otherwise it is reported. */
    boolean has(Expr expr, Unit wanted, SourceRange at, String message) {
        if (expr.unit().isCommensurableWith(wanted)) {
            return true;
        }
        SourceRange place = places.of(expr, at);
        Diagnostic said = Diagnostic.of(Code.E0301, place, message).note(place, words(expr.unit()));
        findings.add(mended(said, new Expr.Constant(Exact.ONE, wanted), expr, place, "it"));
        return false;
    }

    private Diagnostic mended(Diagnostic said, Expr first, Expr second, SourceRange right, String what) {
        if (second instanceof Expr.Constant constant && constant.unit().symbol().isEmpty()) {
            String better = constant.value() + " " + words(first.unit());
            return said.fix("write the unit too: `%s`".formatted(better), right, better);
        }
        Optional<String> usual = UnitHints.of(first, second, what.equals("it"));
        if (usual.isPresent()) {
            return said.help(usual.orElseThrow());
        }
        Unit lacking = first.unit().dividedBy(second.unit()).unit();
        Unit surplus = second.unit().dividedBy(first.unit()).unit();
        if (isThing(lacking) && (what.equals("it") || !isPrice(surplus))) {
            return said.help(times(name(second, what), lacking));
        }
        return isThing(surplus) && !what.equals("it")
                ? said.help(times(name(first, "the left side"), surplus))
                : said.help("bring both to one unit: only figures of one kind can be added or compared");
    }

    /** A unit one might multiply by: not the inverse of another. */
    private static boolean isThing(Unit unit) {
        return unit.dimensions().values().stream().anyMatch(power -> power > 0)
                && unit.dimensions().values().stream().noneMatch(power -> Math.abs(power) > 1)
                && unit.dimensions().size() <= 3;
    }

    /** Money for each of something. */
    private static boolean isPrice(Unit unit) {
        return unit.dimensions().entrySet().stream()
                .anyMatch(part -> part.getValue() == 1 && Unit.of(part.getKey()).isMoney());
    }

    private String times(String what, Unit lacking) {
        Optional<Sentence.Meter> meter = names.all(Sentence.Meter.class).stream()
                .filter(it -> unit(it.unit()).isCommensurableWith(lacking))
                .findFirst();
        List<Sentence.Period> periods = names.all(Sentence.Period.class);
        String advice = "multiply %s by %s".formatted(what, figureIn(lacking));
        return meter.isPresent() && !periods.isEmpty() && !what.contains(" side")
                ? "%s: `%s * the total of %s over %s`"
                        .formatted(
                                advice,
                                what,
                                meter.orElseThrow().name().text(),
                                periods.get(0).name().text())
                : advice;
    }

    private static String figureIn(Unit unit) {
        boolean price = unit.dimensions().values().stream().anyMatch(power -> power < 0);
        return price ? "a figure in " + unit.symbol() : unit.symbol();
    }

    private static String name(Expr expr, String otherwise) {
        return expr instanceof Expr.Reference reference ? reference.name() : otherwise;
    }

    /** A unit in words; a factor has none. */
    static String words(Unit unit) {
        return unit.symbol().isEmpty() ? "a number without a unit" : unit.symbol();
    }
}
