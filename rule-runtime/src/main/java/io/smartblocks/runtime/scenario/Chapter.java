package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Duty;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One settled period of a scenario: its case and outcome, the one it replaced, what events brought about later, and after
 * how many givens it was first told.
 */
record Chapter(Case settled, Outcome outcome, Optional<Outcome> before, List<Outcome> events, int told) {

    Chapter {
        events = List.copyOf(events);
    }

    SettlementPeriod period() {
        return settled.period();
    }

    /** The lines of the period and of its events. */
    List<Line> lines() {
        return all(Settlement::lines);
    }

    /** The documents of the period and of its events. */
    List<Document> documents() {
        return all(Settlement::documents);
    }

    /** What the period and its events oblige to besides money. */
    List<Duty> duties() {
        return all(Settlement::duties);
    }

    /** True if something is owed under a clause. */
    boolean owes(String clause) {
        return lines().stream().anyMatch(line -> line.clause().equals(clause))
                || duties().stream().anyMatch(duty -> duty.clause().equals(clause));
    }

    /** Where the corrections of this period are carried to, if they are on a day. */
    Optional<String> carriedTo(PeriodCalendar calendar, LocalDate day) {
        return settled.agreement().settings().carried().stream()
                .filter(carried -> carried.of().equals(period().name()))
                .filter(carried -> !carried.after()
                        .map(span -> calendar.after(period().lastDay(), span))
                        .filter(day::isBefore)
                        .isPresent())
                .map(Settings.CarriedCorrections::to)
                .findFirst();
    }

    static List<Document> documentsOf(Outcome outcome) {
        return of(outcome, Settlement::documents).toList();
    }

    private <T> List<T> all(Function<Settlement, List<T>> part) {
        return Stream.concat(Stream.of(outcome), events.stream())
                .flatMap(each -> of(each, part))
                .toList();
    }

    private static <T> Stream<T> of(Outcome outcome, Function<Settlement, List<T>> part) {
        return outcome instanceof Outcome.Settled settled ? part.apply(settled.settlement()).stream() : Stream.empty();
    }
}
