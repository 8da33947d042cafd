package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.SettledLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The days for which what falls due under a clause is late. Where parts of it fall due on different days, each counts
 * from its own day and by its amount, so that an amount times the time it is late is the sum over its parts.
 */
final class LateDays {

    private final List<Late> parts;

    private LateDays(List<Late> parts) {
        this.parts = parts;
    }

    /** A part that is late from the day after it was due. */
    private record Late(LocalDate due, long days, Exact weight) {}

    static LateDays of(Ground ground, String clause) {
        return ground.happening()
                .filter(happening -> happening.clause().equals(clause))
                .flatMap(happening -> Lateness.firstDue(ground, clause)
                        .map(due -> new LateDays(late(ground, clause, due, happening.on()))))
                .orElse(new LateDays(List.of()));
    }

    private static List<Late> late(Ground ground, String clause, LocalDate first, LocalDate day) {
        Map<LocalDate, BigDecimal> amounts = new TreeMap<>();
        List<SettledLine> lines = Lateness.lines(ground, clause).toList();
        lines.stream()
                .filter(line -> line.due().equals(first))
                .findFirst()
                .ifPresent(early -> lines.stream()
                        .filter(line -> line.payer().equals(early.payer())
                                && line.payee().equals(early.payee()))
                        .forEach(line -> amounts.merge(line.due(), line.net(), BigDecimal::add)));
        if (amounts.isEmpty()) {
            return List.of(new Late(first, days(first, day), Exact.ONE));
        }
        List<Late> late = new ArrayList<>();
        amounts.forEach((due, amount) -> {
            LocalDate until = ground.evidence()
                    .paidOn(clause, ground.from(), due)
                    .filter(paid -> amounts.size() > 1 && paid.isBefore(day))
                    .orElse(day);
            late.add(new Late(due, days(due, until), Exact.of(amount)));
        });
        return late;
    }

    private static long days(LocalDate due, LocalDate until) {
        return Math.max(0, ChronoUnit.DAYS.between(due, until));
    }

    boolean none() {
        return parts.stream().allMatch(part -> part.days() == 0);
    }

    /** How many days it is late. */
    Exact days() {
        return parts.isEmpty() ? Exact.ZERO : sum(part -> Exact.of(part.days())).dividedBy(sum(part -> Exact.ONE));
    }

    /** A value of the days on which parts were due. */
    Exact onDueDays(Function<LocalDate, Exact> value) {
        return sum(part ->
                        part.days() == 0 ? Exact.ZERO : value.apply(part.due()).times(Exact.of(part.days())))
                .dividedBy(sum(part -> Exact.of(part.days())));
    }

    /** The average of a value over the days for which parts are late. */
    Exact average(Function<LocalDate, Exact> value) {
        return sum(part -> total(part, value)).dividedBy(sum(part -> Exact.of(part.days())));
    }

    private static Exact total(Late part, Function<LocalDate, Exact> value) {
        Exact total = Exact.ZERO;
        for (long day = 1; day <= part.days(); day++) {
            total = total.plus(value.apply(part.due().plusDays(day)));
        }
        return total;
    }

    private Exact sum(Function<Late, Exact> of) {
        return parts.stream().map(part -> of.apply(part).times(part.weight())).reduce(Exact.ZERO, Exact::plus);
    }
}
