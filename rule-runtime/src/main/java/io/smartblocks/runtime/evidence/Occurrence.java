package io.smartblocks.runtime.evidence;

import io.smartblocks.dsl.agreement.ClauseEvent;
import java.time.LocalDate;

/** Something that happened to what a clause obliges to, on a local day, for the period that starts on {@code periodFrom}. */
public record Occurrence(String clause, ClauseEvent event, LocalDate periodFrom, LocalDate on) {}
