package io.smartblocks.runtime.evidence;

import java.time.LocalDate;

/** A duty of an earlier settlement that is no payment: what was owed under a clause for a period, and by when. */
public record SettledDuty(String period, LocalDate periodFrom, String clause, LocalDate due) {}
