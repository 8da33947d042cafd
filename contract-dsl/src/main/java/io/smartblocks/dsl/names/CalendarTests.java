package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.syntax.CalendarSyntax;
import java.time.LocalDate;
import java.util.Optional;

/** Resolves tests of the calendar. */
final class CalendarTests {

    private final Resolver resolver;

    CalendarTests(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Nothing where nothing is written; nothing at all, already reported, for a fault. */
    Optional<Optional<CalendarTest>> optional(Optional<CalendarSyntax> syntax) {
        return syntax.isEmpty()
                ? Optional.of(Optional.empty())
                : of(syntax.orElseThrow()).map(Optional::of);
    }

    Optional<CalendarTest> of(CalendarSyntax syntax) {
        Optional<CalendarTest.SeasonTest> season = syntax.season()
                .flatMap(
                        it -> resolver.season(it.season()).map(name -> new CalendarTest.SeasonTest(name, it.inside())));
        Optional<LocalDate> before = syntax.before().flatMap(resolver::date);
        Optional<LocalDate> after = syntax.after().flatMap(resolver::date);
        boolean known = season.isPresent() == syntax.season().isPresent()
                && before.isPresent() == syntax.before().isPresent()
                && after.isPresent() == syntax.after().isPresent();
        return known
                ? Optional.of(new CalendarTest(
                        syntax.day(), syntax.hours(), season, before, after.map(day -> day.plusDays(1))))
                : Optional.empty();
    }
}
