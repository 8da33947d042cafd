package io.smartblocks.portal.energy.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One interval of a meter: what flowed in it, or what it measured.
 *
 * @param day the local day that it begins on
 * @param quality {@code A}ctual, {@code E}stimated, {@code C}orrected, {@code -} missing
 */
public record Slot(Instant start, Instant end, LocalDate day, Optional<BigDecimal> value, char quality) {}
