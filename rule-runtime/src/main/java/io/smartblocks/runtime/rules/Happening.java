package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.ClauseEvent;
import java.time.LocalDate;

/** What happened to a clause, when a settling is about that and not about the end of a period. */
public record Happening(String clause, ClauseEvent event, LocalDate on) {}
