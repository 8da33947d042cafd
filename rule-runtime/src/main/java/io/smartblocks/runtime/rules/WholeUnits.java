package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.units.Exact;
import java.math.RoundingMode;
import java.util.Optional;

/** Units of an asset are whole ones, or multiples of the smallest part that the text names. */
final class WholeUnits {

    private WholeUnits() {}

    /** Why so much of what a duty moves cannot be moved; nothing if it can. */
    static Optional<String> objection(Agreement agreement, Effect.Duty duty, Exact amount) {
        if (!(duty instanceof Effect.AssetDuty moved)) {
            return Optional.empty();
        }
        Declaration.Asset asset = Ground.find(agreement.assets(), moved.asset());
        Exact part = asset.downTo().map(it -> it.value()).orElse(asset.unit().scale());
        Exact parts = amount.dividedBy(part);
        if (Exact.of(parts.toDecimal(0, RoundingMode.DOWN)).equals(parts)) {
            return Optional.empty();
        }
        String smallest = asset.downTo().isEmpty()
                ? "1 " + asset.unit().symbol().replaceFirst("s$", "")
                : Shown.quantity(part, asset.unit());
        return Optional.of(Shown.quantity(amount, asset.unit()) + " of " + asset.name() + ", which is counted in "
                + (asset.downTo().isEmpty() ? "whole " + asset.unit().symbol() : "parts of " + smallest)
                + "; let the text say `rounded down to " + smallest + "`");
    }
}
