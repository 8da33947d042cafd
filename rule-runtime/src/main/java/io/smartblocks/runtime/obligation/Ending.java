package io.smartblocks.runtime.obligation;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Survival;
import java.time.LocalDate;

/** The end of an agreement by a party's power: its last day in force. */
public record Ending(LocalDate lastDay) {

    /** True if what a clause says still falls due on a day, because it is before the end or the clause survives it. */
    public boolean spares(Agreement agreement, String clause, LocalDate day) {
        return !day.isAfter(lastDay)
                || agreement.survivals().stream()
                        .filter(survival -> survival.clauses().contains(clause))
                        .anyMatch(survival -> lasts(survival, day));
    }

    private boolean lasts(Survival survival, LocalDate day) {
        return survival.span()
                .map(span -> !day.isAfter(
                        switch (span.unit()) {
                            case WEEK -> lastDay.plusWeeks(span.count());
                            case MONTH -> lastDay.plusMonths(span.count());
                            case YEAR -> lastDay.plusYears(span.count());
                            default -> lastDay.plusDays(span.count());
                        }))
                .orElse(true);
    }
}
