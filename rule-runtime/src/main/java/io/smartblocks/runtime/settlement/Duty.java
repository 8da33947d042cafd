package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.units.Exact;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What someone owes under a clause that is no payment: units of an asset to be moved, minted or retired, something to be
 * delivered, something to be done. {@code what} names the asset or says the duty in words; {@code amount} is in {@code
 * unit}.
 */
public record Duty(
        Kind kind,
        String clause,
        String debtor,
        Optional<String> other,
        String what,
        Optional<Exact> amount,
        String unit,
        LocalDate due,
        LineTrace trace) {

    /** True if the same party owes the same under the same clause, whatever the amount. */
    boolean isOfTheSame(Duty other) {
        return kind == other.kind
                && clause.equals(other.clause)
                && debtor.equals(other.debtor)
                && this.other.equals(other.other)
                && what.equals(other.what)
                && unit.equals(other.unit);
    }

    boolean isSameAs(Duty other) {
        return isOfTheSame(other) && amount.equals(other.amount);
    }

    boolean isMoreThan(Duty other) {
        return amount.isPresent()
                && other.amount
                        .filter(before -> before.compareTo(amount.get()) >= 0)
                        .isEmpty();
    }

    /** The same, due on another day. */
    Duty dueOn(LocalDate day) {
        return new Duty(kind, clause, debtor, other, what, amount, unit, day, trace);
    }

    /** What is owed. */
    public enum Kind {
        TRANSFER,
        MINT,
        RETIRE,
        DELIVER,
        PERFORM
    }
}
