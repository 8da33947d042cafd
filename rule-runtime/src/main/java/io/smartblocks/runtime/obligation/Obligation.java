package io.smartblocks.runtime.obligation;

import java.time.LocalDate;

/** What someone owes under a clause for the period that starts on {@code periodFrom}; grace ends on {@code lastDay}. */
public record Obligation(String clause, LocalDate periodFrom, LocalDate due, LocalDate lastDay) {

    /** True if it is not performed in time by the end of this day, had nothing happened before. */
    public boolean isLateOn(LocalDate day) {
        return day.isAfter(lastDay);
    }
}
