package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Unit;
import java.util.List;
import java.util.Optional;

/** Tells of which asset so many units are, and sees that they are counted as the asset is. */
final class AssetUnits {

    private final Resolver resolver;
    private final Expressions expressions;

    AssetUnits(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.expressions = expressions;
    }

    /** So many units of an asset. */
    record Counted(Expr amount, String asset) {}

    /** What is counted; the unit tells the asset where the text does not name it. */
    Optional<Counted> of(ExprSyntax amount, Optional<Word> named) {
        if (named.isEmpty()
                && amount instanceof ExprSyntax.ShareOf share
                && asset(share.of()).isPresent()) {
            return of(share.share(), asset(share.of()));
        }
        Optional<String> asset = named.flatMap(resolver::asset);
        Optional<Expr> counted = expressions.of(amount);
        if (counted.isEmpty() || named.isPresent() && asset.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> found = asset.or(() -> only(counted.orElseThrow(), amount));
        return found.filter(name -> isCountedAs(name, counted.orElseThrow(), amount))
                .map(name -> new Counted(counted.orElseThrow(), name));
    }

    private Optional<Word> asset(ExprSyntax of) {
        return of instanceof ExprSyntax.Name name
                        && resolver.names().thing(name.text()).orElse(null) instanceof Sentence.Asset
                ? Optional.of(new Word(name.text(), name.at()))
                : Optional.empty();
    }

    private Optional<String> only(Expr amount, ExprSyntax written) {
        List<String> fitting = resolver.names().all(Sentence.Asset.class).stream()
                .filter(it -> UnitCheck.unit(it.unit()).isCommensurableWith(amount.unit()))
                .map(it -> it.name().text())
                .toList();
        if (fitting.size() == 1) {
            return Optional.of(fitting.get(0));
        }
        String unit = UnitCheck.words(amount.unit());
        resolver.report(
                fitting.isEmpty()
                        ? Diagnostic.of(Code.E0301, written.at(), "no asset is counted in %s".formatted(unit))
                                .help("declare it, `asset Coin is counted in coins.`, and count it so: "
                                        + "`1 coin per kWh of …`")
                        : Diagnostic.of(
                                        Code.E0301,
                                        written.at(),
                                        "%s are all counted in %s".formatted(String.join(", ", fitting), unit))
                                .help("say which: `shall mint … of %s to … at settlement`".formatted(fitting.get(0))));
        return Optional.empty();
    }

    private boolean isCountedAs(String asset, Expr amount, ExprSyntax written) {
        return resolver.names()
                .thing(asset)
                .filter(Sentence.Asset.class::isInstance)
                .map(it -> UnitCheck.unit(((Sentence.Asset) it).unit()))
                .filter(unit -> expressions
                        .units()
                        .has(amount, unit, written.at(), "`%s` is counted in %s".formatted(asset, words(unit))))
                .isPresent();
    }

    private static String words(Unit unit) {
        return UnitCheck.words(unit);
    }
}
