package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.units.Exact;
import java.util.List;
import java.util.Map;

/** What a search tries to make true. */
sealed interface Formula {

    Formula TRUE = new All(List.of());
    Formula FALSE = new Any(List.of());

    /** A sum is below zero, at most zero, or zero. */
    record Sign(Linear sum, Kind kind) implements Formula {
        /** How a sum lies to zero. */
        enum Kind {
            BELOW,
            AT_MOST,
            ZERO
        }

        boolean holds(Map<Integer, Exact> values) {
            return holds(sum.at(values).signum());
        }

        boolean holds(int signum) {
            return switch (kind) {
                case BELOW -> signum < 0;
                case AT_MOST -> signum <= 0;
                case ZERO -> signum == 0;
            };
        }
    }

    /** Something that is no figure is so, or is not: a test of the calendar, what happened to a clause. */
    record Fact(Object what, boolean so) implements Formula {}

    /** All parts hold. */
    record All(List<Formula> parts) implements Formula {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record Any(List<Formula> parts) implements Formula {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    static Formula below(Linear left, Linear right) {
        return new Sign(left.minus(right), Sign.Kind.BELOW);
    }

    static Formula atMost(Linear left, Linear right) {
        return new Sign(left.minus(right), Sign.Kind.AT_MOST);
    }

    static Formula equal(Linear left, Linear right) {
        return new Sign(left.minus(right), Sign.Kind.ZERO);
    }

    static Formula all(Formula... parts) {
        return new All(List.of(parts));
    }

    static Formula any(Formula... parts) {
        return new Any(List.of(parts));
    }

    /** The opposite of a formula. */
    static Formula not(Formula formula) {
        if (formula instanceof Sign sign) {
            Linear opposite = sign.sum().times(Exact.of(-1));
            return switch (sign.kind()) {
                case BELOW -> new Sign(opposite, Sign.Kind.AT_MOST);
                case AT_MOST -> new Sign(opposite, Sign.Kind.BELOW);
                case ZERO -> any(new Sign(sign.sum(), Sign.Kind.BELOW), new Sign(opposite, Sign.Kind.BELOW));
            };
        }
        if (formula instanceof Fact fact) {
            return new Fact(fact.what(), !fact.so());
        }
        return formula instanceof All all
                ? new Any(all.parts().stream().map(Formula::not).toList())
                : new All(((Any) formula).parts().stream().map(Formula::not).toList());
    }
}
