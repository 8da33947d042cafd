package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.Optional;

/** {@code a working day from 07:00 to 20:00 in Winter}, {@code before d}, {@code after d}. */
public record CalendarSyntax(
        Optional<CalendarTest.DayKind> day,
        Optional<CalendarTest.Hours> hours,
        Optional<SeasonSyntax> season,
        Optional<DateSyntax> before,
        Optional<DateSyntax> after,
        SourceRange at) {

    /** {@code in Winter} or {@code outside Winter}. */
    public record SeasonSyntax(Word season, boolean inside) {}
}
