package io.smartblocks.ledger.meter.greenbutton;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A bill's summary: its period, what was used in it and what it cost, in the currency with this ISO 4217 number. */
public record UsageSummary(
        Optional<Instant> start,
        Optional<Duration> duration,
        Optional<BigDecimal> used,
        String unit,
        Optional<BigDecimal> bill,
        int currency) {}
