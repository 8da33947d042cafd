package io.smartblocks.ledger.meter.greenbutton;

import java.time.Duration;

/** The customer's local time: the offset of its winter from UTC, and by how much summer is ahead of it. */
public record LocalTime(Duration offset, Duration summer) {}
