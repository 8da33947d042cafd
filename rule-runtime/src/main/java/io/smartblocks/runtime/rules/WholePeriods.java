package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.runtime.metering.LocalCalendar;
import java.time.LocalDate;

/** Calendar tests of a whole period: true if all of it passes, false if nothing of it does, else partly. */
final class WholePeriods {

    private WholePeriods() {}

    static Truth holds(CalendarTest test, Ground ground) {
        boolean all = true;
        boolean none = true;
        for (LocalDate day = ground.from(); day.isBefore(ground.to()); day = day.plusDays(1)) {
            boolean holds = ground.calendar().holdsOn(test, day);
            all &= holds;
            none &= !holds;
        }
        boolean wholeDays =
                test.hours().isEmpty() || LocalCalendar.isWholeDay(test.hours().get());
        if (none) {
            return Truth.FALSE;
        }
        return all && wholeDays ? Truth.TRUE : Truth.PARTLY;
    }
}
