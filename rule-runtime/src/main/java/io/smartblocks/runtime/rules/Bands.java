package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import java.util.List;

/**
 * Marginal bands: an amount counts at the rates of the bands through which it moves a running position. Below nothing the
 * first band goes on, so that what moved the position back is given back at the rate at which it had counted.
 */
final class Bands {

    private final List<Exact> ends;
    private final List<Exact> rates;

    /** Bands by their ends, one fewer than rates since the last has none. */
    Bands(List<Exact> ends, List<Exact> rates) {
        this.ends = ends;
        this.rates = rates;
    }

    /** True if each band ends further up than the one before. */
    boolean areRising() {
        Exact before = Exact.ZERO;
        for (Exact end : ends) {
            if (end.compareTo(before) <= 0) {
                return false;
            }
            before = end;
        }
        return true;
    }

    static String disorder(String where) {
        return "a band of " + where + " ends where the band before has already ended";
    }

    /** What an amount counts when so much stood before it. */
    Exact worth(Exact before, Exact amount) {
        return upTo(before.plus(amount)).minus(upTo(before));
    }

    private Exact upTo(Exact position) {
        Exact worth = Exact.ZERO;
        Exact start = Exact.ZERO;
        for (int i = 0; i < ends.size(); i++) {
            Exact end = ends.get(i);
            Exact inside = position.min(end).minus(start);
            if (i > 0 && inside.signum() <= 0) {
                return worth;
            }
            worth = worth.plus(inside.times(rates.get(i)));
            start = end;
        }
        Exact rest = position.minus(start);
        return rest.signum() > 0 ? worth.plus(rest.times(rates.get(rates.size() - 1))) : worth;
    }
}
