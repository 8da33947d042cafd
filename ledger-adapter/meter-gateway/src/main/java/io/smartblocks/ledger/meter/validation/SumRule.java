package io.smartblocks.ledger.meter.validation;

import java.math.BigDecimal;
import java.util.Optional;

/** Compares the advances of a register with the sums of the meter that it checks, and counts what cannot be compared. */
final class SumRule {

    private final CheckedMeter checked;
    private final BigDecimal tolerance;
    private int uncompared;
    private String first = "";

    SumRule(CheckedMeter checked, BigDecimal tolerance) {
        this.checked = checked;
        this.tolerance = tolerance;
    }

    void compare(Advance advance) {
        if (!advance.to().isNew()) {
            return;
        }
        IntervalSum sum = checked.between(advance.from().start(), advance.to().start());
        if (!sum.isWhole()) {
            uncompared++;
            first = first.isEmpty()
                    ? "from " + advance.from().start() + " to " + advance.to().start() + " " + sum.gap()
                    : first;
            return;
        }
        BigDecimal difference = advance.amount().subtract(sum.total());
        if (difference.abs().compareTo(tolerance) > 0) {
            advance.to().mark(Flag.DIFFERS, words(advance, sum, difference));
        }
    }

    /** What could not be compared, in words; empty if nothing was left out. */
    Optional<String> uncompared() {
        return uncompared == 0
                ? Optional.empty()
                : Optional.of(uncompared + (uncompared == 1 ? " advance was" : " advances were")
                        + " not compared with the sum of " + checked.id() + ": " + first
                        + (uncompared == 1 ? "" : ", and so on"));
    }

    private String words(Advance advance, IntervalSum sum, BigDecimal difference) {
        String unit = advance.to().marks().unit();
        return "the register advanced by " + advance.amount().toPlainString() + " " + unit + " since "
                + advance.from().start() + ", but the " + sum.readings() + " readings of " + checked.id()
                + " sum up to " + sum.total().toPlainString() + ", a difference of "
                + difference.toPlainString() + " where " + tolerance.toPlainString() + " is tolerated";
    }
}
