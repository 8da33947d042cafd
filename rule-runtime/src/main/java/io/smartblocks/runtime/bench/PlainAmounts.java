package io.smartblocks.runtime.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The lines of one settlement in plain Java, in the order of the text, and what becomes payable. */
final class PlainAmounts {

    private final List<BigDecimal> all = new ArrayList<>(12);
    private BigDecimal taxed = BigDecimal.ZERO;
    private BigDecimal untaxed = BigDecimal.ZERO;

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    static BigDecimal excess(BigDecimal amount, BigDecimal over) {
        return amount.subtract(over).max(BigDecimal.ZERO);
    }

    /** What the customer pays, with VAT. */
    PlainAmounts owes(BigDecimal amount) {
        taxed = taxed.add(line(amount));
        return this;
    }

    /** What the customer gets back, with VAT. */
    PlainAmounts gets(BigDecimal amount) {
        taxed = taxed.subtract(line(amount));
        return this;
    }

    /** What the customer gets, without VAT. */
    PlainAmounts getsUntaxed(BigDecimal amount) {
        untaxed = untaxed.subtract(line(amount));
        return this;
    }

    /** A line of a document of its own. */
    PlainAmounts apart(BigDecimal amount) {
        line(amount);
        return this;
    }

    /** Something besides money that is owed; none of it is not told. */
    PlainAmounts duty(BigDecimal amount) {
        if (amount.signum() != 0) {
            all.add(amount);
        }
        return this;
    }

    private BigDecimal line(BigDecimal amount) {
        BigDecimal rounded = cents(amount);
        if (rounded.signum() != 0) {
            all.add(rounded);
        }
        return rounded;
    }

    /** All lines and duties, then what is payable in the customer's document, if there is one. */
    List<BigDecimal> payable(String vatRate) {
        return payable(new BigDecimal(vatRate));
    }

    List<BigDecimal> payable(BigDecimal vatRate) {
        BigDecimal gross = taxed.add(cents(taxed.multiply(vatRate))).add(untaxed);
        if (gross.signum() != 0) {
            all.add(gross.abs());
        }
        return all;
    }
}
