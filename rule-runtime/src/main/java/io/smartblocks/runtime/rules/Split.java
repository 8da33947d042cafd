package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Parts of a payment: each share rounded as money is, and the rest what they leave, so that no cent is lost. */
final class Split {

    private Split() {}

    /** The shares and then the rest, which is negative where the shares are more than the whole. */
    static List<Exact> parts(Exact whole, List<Exact> shares, UnaryOperator<Exact> money) {
        List<Exact> parts = new ArrayList<>();
        Exact rest = money.apply(whole);
        for (Exact share : shares) {
            Exact part = money.apply(share);
            parts.add(part);
            rest = rest.minus(part);
        }
        parts.add(rest);
        return parts;
    }
}
