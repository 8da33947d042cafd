package io.smartblocks.portal.energy.series;

import java.time.LocalDate;

/** What a meter read in the intervals that begin on one local day. */
public record DaySum(LocalDate day, Amount amount) {}
