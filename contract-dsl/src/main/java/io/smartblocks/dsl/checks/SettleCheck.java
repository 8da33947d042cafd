package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What a scenario settles is a period of the agreement that starts on that day. */
final class SettleCheck {

    private SettleCheck() {}

    static List<Diagnostic> of(Settings settings, List<Declaration.Period> periods, List<Scenario> scenarios) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            for (Scenario.Step step : scenario.steps()) {
                if (step instanceof Scenario.Settle settle) {
                    periods.stream()
                            .filter(period -> period.name().equals(settle.period()))
                            .filter(period -> !starts(period, settle.starting(), settings))
                            .forEach(period -> findings.add(finding(period, settle, settings)));
                }
            }
        }
        return findings;
    }

    private static Diagnostic finding(Declaration.Period period, Scenario.Settle settle, Settings settings) {
        boolean outside =
                settle.starting().isBefore(settings.from()) || settle.starting().isAfter(settings.to());
        return Diagnostic.of(
                        Code.W0711,
                        settle.at(),
                        outside
                                ? "the agreement is not in force on %s".formatted(settle.starting())
                                : "no %s starts on %s".formatted(period.name(), settle.starting()))
                .help("a %s starts every %s from %s on, while the agreement is in force"
                        .formatted(period.name(), period.every().words(), period.from()));
    }

    private static boolean starts(Declaration.Period period, LocalDate day, Settings settings) {
        boolean inForce = !day.isBefore(settings.from()) && !day.isAfter(settings.to());
        TimeSpan every = period.every();
        boolean byMonths = every.unit() == TimeSpan.Unit.MONTH || every.unit() == TimeSpan.Unit.YEAR;
        long each = (long) every.count()
                * switch (every.unit()) {
                    case YEAR -> 12;
                    case WEEK -> 7;
                    default -> 1;
                };
        ChronoUnit unit = byMonths ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
        long apart = unit.between(period.from(), day);
        long near = Math.floorDiv(apart, each) * each;
        return inForce
                && (isStart(period, near, unit, day)
                        || isStart(period, near + each, unit, day)
                        || day.equals(settings.from()));
    }

    private static boolean isStart(Declaration.Period period, long apart, ChronoUnit unit, LocalDate day) {
        return period.from().plus(apart, unit).equals(day);
    }
}
