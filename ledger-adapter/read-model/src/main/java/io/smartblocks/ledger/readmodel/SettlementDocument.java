package io.smartblocks.ledger.readmodel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Who pays whom how much by when, as a settlement's statement says it; empty where it does not say. */
public record SettlementDocument(
        Optional<String> payer,
        Optional<String> payee,
        Optional<BigDecimal> net,
        Optional<BigDecimal> vat,
        Optional<BigDecimal> gross,
        Optional<String> currency,
        Optional<LocalDate> due) {}
