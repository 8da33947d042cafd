package io.smartblocks.ledger.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The next period of an agreement that waits to be settled: from which local day, and when it falls due. */
public record DuePeriod(
        String agreement, String version, String period, LocalDate nextFrom, Instant dueAt, ZoneId zone, int shard) {}
