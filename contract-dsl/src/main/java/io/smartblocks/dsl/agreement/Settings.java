package io.smartblocks.dsl.agreement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What holds for the whole agreement. {@code from} and {@code to} are local days, both included; {@code workingDays}
 * names a calendar such as {@code Ireland} or {@code TARGET}; {@code currency} is the ISO 4217 code of the money rounding.
 */
public record Settings(
        LocalDate from,
        LocalDate to,
        Optional<String> law,
        ZoneId zone,
        String workingDays,
        Roll dueDates,
        Rounding money,
        String currency,
        boolean setOff,
        List<CarriedCorrections> carried) {

    public Settings {
        carried = List.copyOf(carried);
    }

    /**
     * {@code corrections of Quarter are carried to Contract Year}: new evidence of the first waits for the second.
     *
     * @param after how long after the end of the first corrections are still made in it; none are where it is absent
     */
    public record CarriedCorrections(String of, String to, Optional<TimeSpan> after) {}

    /** What becomes of a due date that is no working day; the next one may be bound to the month of the date. */
    public enum Roll {
        NONE,
        NEXT_WORKING_DAY,
        NEXT_WORKING_DAY_OF_MONTH,
        PREVIOUS_WORKING_DAY
    }
}
