package io.smartblocks.runtime.baseline.fitting;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.units.Exact;
import java.util.List;

/** Use per day by temperature: a base load and straight pieces, each of a slope; all of it exact. */
public record Curve(Exact base, List<Piece> pieces) {
    public Curve {
        requireNonNull(base, "base");
        pieces = List.copyOf(pieces);
    }

    /** Which temperatures a piece speaks of. */
    public enum Side {
        /** All of them: the slope counts from zero degrees. */
        ALL,
        /** Those below its balance point, counted downwards: heating. */
        BELOW,
        /** Those above its balance point, counted upwards: cooling. */
        ABOVE
    }

    /** {@code slope} for each degree on one side of the balance point {@code at}. */
    public record Piece(Side side, Exact at, Exact slope) {
        public Piece {
            requireNonNull(side, "side");
            requireNonNull(at, "at");
            requireNonNull(slope, "slope");
        }

        /** The degrees of a day that count. */
        public Exact degrees(Exact temperature) {
            return switch (side) {
                case ALL -> temperature;
                case BELOW -> at.minus(temperature).max(Exact.ZERO);
                case ABOVE -> temperature.minus(at).max(Exact.ZERO);
            };
        }
    }

    /** The use of one day. */
    public Exact at(Exact temperature) {
        Exact use = base;
        for (Piece piece : pieces) {
            use = use.plus(piece.slope().times(piece.degrees(temperature)));
        }
        return use;
    }
}
