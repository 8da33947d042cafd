package io.smartblocks.ledger.meter.greenbutton;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One reading as its file states it.
 *
 * @param line where it begins
 * @param start when its interval begins; empty where the file does not say it or says it wrongly
 * @param value the number before the multiplier of its type; empty where it is missing
 * @param cost in units of the currency
 * @param quality what the source says of it
 * @param fault the first thing that is wrong with it
 */
public record IntervalReading(
        long line,
        Optional<Instant> start,
        Optional<Duration> duration,
        Optional<BigDecimal> value,
        Optional<BigDecimal> cost,
        Optional<Quality> quality,
        Optional<String> fault) {}
