package io.smartblocks.ledger.transaction;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one party has to pay another because of a settlement.
 *
 * @param document the number of the statement's document, from 1
 * @param payer the party that pays, by its name in the agreement
 * @param payee the party that is paid
 * @param amount the gross amount, more than 0
 * @param currency the ISO 4217 code
 * @param due the last day on which it is paid in time
 */
public record Payable(int document, String payer, String payee, BigDecimal amount, String currency, LocalDate due) {}
