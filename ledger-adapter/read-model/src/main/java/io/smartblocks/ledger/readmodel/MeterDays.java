package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.transaction.MeterId;
import java.time.LocalDate;

/** The local days of a meter from one up to, and not including, another. */
public record MeterDays(MeterId meter, LocalDate from, LocalDate to) {}
