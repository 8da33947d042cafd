package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Vat;
import io.smartblocks.dsl.units.Exact;

/** The VAT rate of each clause. */
public final class VatRates {

    private VatRates() {}

    /** The rate added to a clause as a factor, zero if none is. */
    public static Exact of(Agreement agreement, String clause) {
        for (Vat vat : agreement.vat()) {
            if (vat.clauses().contains(clause)) {
                return vat.rate();
            }
        }
        return Exact.ZERO;
    }
}
