package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.ValueSyntax;
import io.smartblocks.dsl.syntax.ValueSyntax.Band.Kind;
import io.smartblocks.dsl.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives bands their names and units, turns widths into positions, and says where bands are in disorder. */
final class BandRates {

    private final Resolver resolver;
    private final Expressions expressions;

    BandRates(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.expressions = expressions;
    }

    Optional<Value> of(ValueSyntax.Banded banded) {
        Optional<Expr> of = expressions.of(banded.of());
        Optional<Word> since = banded.countedFrom();
        Optional<String> counted = since.flatMap(resolver::period);
        boolean ordered = areInOrder(banded.bands(), banded.at());
        List<Value.Band> bands = new ArrayList<>();
        for (ValueSyntax.Band band : banded.bands()) {
            Optional<Expr> before = bands.isEmpty()
                    ? Optional.empty()
                    : bands.get(bands.size() - 1).upTo();
            of.flatMap(it -> band(band, it, before, bands)).ifPresent(bands::add);
        }
        boolean whole = ordered && bands.size() == banded.bands().size() && counted.isPresent() == since.isPresent();
        return of.filter(it -> whole).map(it -> {
            Expr rate = bands.get(0).at();
            Expr worth = expressions.product(it, Operator.TIMES, rate);
            return new Value.Banded(it, scaled(bands, worth), counted, worth.unit());
        });
    }

    /** Days meet years in a product, so a rate carries the factor that its product with the amount needs. */
    private static List<Value.Band> scaled(List<Value.Band> bands, Expr worth) {
        boolean plain = worth instanceof Expr.Arithmetic product
                && product.right() == bands.get(0).at();
        return plain
                ? bands
                : bands.stream()
                        .map(band -> new Value.Band(
                                band.upTo(),
                                new Expr.Arithmetic(
                                        Operator.TIMES,
                                        band.at(),
                                        ((Expr.Arithmetic) worth).right(),
                                        band.at().unit())))
                        .toList();
    }

    private Optional<Value.Band> band(ValueSyntax.Band band, Expr of, Optional<Expr> before, List<Value.Band> bands) {
        Optional<Expr> rate = expressions.of(band.rate());
        Optional<Expr> size = band.size().flatMap(expressions::of);
        boolean fits = size.isPresent() == band.size().isPresent()
                && size.map(it -> expressions.has(
                                it,
                                of.unit(),
                                band.at(),
                                "this band is measured in another unit than what is in bands"))
                        .orElse(true);
        boolean alike = bands.isEmpty()
                || rate.map(it -> expressions.agree(
                                bands.get(0).at(), it, band.rate().at(), "the bands have rates in different units"))
                        .orElse(false);
        Optional<Expr> upTo = size.map(it -> band.kind() == Kind.NEXT ? end(before, it) : it);
        boolean rising = upTo.isEmpty() || isRising(before, upTo.orElseThrow(), band);
        return rate.filter(it -> fits && alike && rising).map(it -> new Value.Band(upTo, it));
    }

    private static Expr end(Optional<Expr> before, Expr width) {
        if (before.isEmpty()) {
            return width;
        }
        return before.orElseThrow() instanceof Expr.Constant start && width instanceof Expr.Constant more
                ? new Expr.Constant(start.value().plus(more.value()), width.unit())
                : new Expr.Arithmetic(Operator.PLUS, before.orElseThrow(), width, width.unit());
    }

    private boolean isRising(Optional<Expr> before, Expr upTo, ValueSyntax.Band band) {
        boolean positive = !(upTo instanceof Expr.Constant end) || end.value().signum() > 0;
        boolean further = !(upTo instanceof Expr.Constant end)
                || !(before.orElse(null) instanceof Expr.Constant start)
                || end.value().compareTo(start.value()) > 0;
        if (!positive || !further) {
            resolver.report(
                    Diagnostic.of(Code.E0505, band.at(), "this band ends where the band before has already ended")
                            .help("let each band end further up than the one before; "
                                    + "`the next 50 MWh` is a width, `up to 150 MWh` a position"));
        }
        return positive && further;
    }

    private boolean areInOrder(List<ValueSyntax.Band> bands, SourceRange at) {
        int before = resolver.findings();
        ValueSyntax.Band last = bands.get(bands.size() - 1);
        if (bands.size() == 1) {
            disorder(at, "one band alone is no band", "multiply by its rate instead, or add `; the rest at …`");
        } else if (last.kind() != Kind.REST) {
            disorder(last.at(), "nothing says at what rate the rest counts", "end with `; the rest at …`");
        }
        for (int i = 0; i < bands.size(); i++) {
            ValueSyntax.Band band = bands.get(i);
            if (band.kind() == Kind.REST && band != last) {
                disorder(band.at(), "nothing is left for the bands after the rest", "put the rest last");
            } else if (band.kind() == Kind.FIRST && i > 0) {
                disorder(band.at(), "this is not the first band", "write `the next` instead of `the first`");
            } else if (band.kind() == Kind.NEXT && i == 0) {
                disorder(band.at(), "there is no band before this one", "write `the first` instead of `the next`");
            }
        }
        return resolver.findings() == before;
    }

    private void disorder(SourceRange at, String what, String help) {
        resolver.report(Diagnostic.of(Code.E0505, at, what).help(help));
    }
}
