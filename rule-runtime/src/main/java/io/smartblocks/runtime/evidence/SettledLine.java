package io.smartblocks.runtime.evidence;

import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A line of an earlier document: what {@code payer} owed to {@code payee} under a clause, for the period that starts on
 * {@code periodFrom}. The VAT rate is a factor, zero outside VAT.
 */
public record SettledLine(
        String period,
        LocalDate periodFrom,
        String clause,
        String payer,
        String payee,
        BigDecimal net,
        Exact vatRate,
        LocalDate due) {}
