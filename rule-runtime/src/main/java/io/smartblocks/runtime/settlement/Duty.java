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

    /** What is owed. */
    public enum Kind {
        TRANSFER,
        MINT,
        RETIRE,
        DELIVER,
        PERFORM
    }
}
