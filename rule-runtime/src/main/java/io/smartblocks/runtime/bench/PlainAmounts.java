package io.smartblocks.runtime.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The amounts of one settlement in plain Java: lines and duties in the order of the text, and the documents made of them. */
final class PlainAmounts {

    private final List<BigDecimal> lines = new ArrayList<>(12);
    private final List<BigDecimal> duties = new ArrayList<>(2);
    private final List<BigDecimal> grosses = new ArrayList<>(4);
    private BigDecimal vat = BigDecimal.ZERO;
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

    /** A line in a document of its own, without VAT. */
    PlainAmounts apart(BigDecimal amount) {
        BigDecimal net = line(amount);
        if (net.signum() != 0) {
            grosses.add(net);
        }
        return this;
    }

    /** Something besides money that is owed; none of it is not told. */
    PlainAmounts duty(BigDecimal amount) {
        if (amount.signum() != 0) {
            duties.add(amount);
        }
        return this;
    }

    private BigDecimal line(BigDecimal amount) {
        BigDecimal rounded = cents(amount);
        if (rounded.signum() != 0) {
            lines.add(rounded);
        }
        return rounded;
    }

    /** The customer's document is complete, with this rate of VAT. */
    PlainAmounts payable(String vatRate) {
        return payable(new BigDecimal(vatRate));
    }

    PlainAmounts payable(BigDecimal vatRate) {
        vat = cents(taxed.multiply(vatRate));
        BigDecimal gross = net().add(vat);
        if (gross.signum() != 0) {
            grosses.add(gross.abs());
        }
        return this;
    }

    /** The lines, in the order of the text. */
    List<BigDecimal> lines() {
        return lines;
    }

    /** The amounts of duties that are no payments. */
    List<BigDecimal> duties() {
        return duties;
    }

    /** What is payable by each document, the customer's first. */
    List<BigDecimal> grosses() {
        return grosses;
    }

    /** The net of the customer's document; below zero if it is the customer who is paid. */
    BigDecimal net() {
        return taxed.add(untaxed);
    }

    /** What of the customer's document bears VAT. */
    BigDecimal taxed() {
        return taxed;
    }

    /** The VAT of the customer's document. */
    BigDecimal vat() {
        return vat;
    }
}
