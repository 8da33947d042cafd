package io.smartblocks.dsl.syntax;

import java.math.RoundingMode;

/** The words for ways of rounding. */
final class Roundings {

    private Roundings() {}

    /** The mode that the words, run together, stand for; {@code up} is away from zero, {@code down} towards it. */
    static RoundingMode mode(String words) {
        return switch (words) {
            case "halfup" -> RoundingMode.HALF_UP;
            case "halfeven" -> RoundingMode.HALF_EVEN;
            case "up" -> RoundingMode.UP;
            default -> RoundingMode.DOWN;
        };
    }
}
