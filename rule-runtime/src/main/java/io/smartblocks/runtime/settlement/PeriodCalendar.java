package io.smartblocks.runtime.settlement;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Periods;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.metering.LocalCalendar;
import io.smartblocks.runtime.metering.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The periods of an agreement, cut to its days in force, and when each is settled. */
public final class PeriodCalendar {

    private final Settings settings;
    private final List<Declaration.Period> rules;
    private final LocalCalendar calendar;
    private final LocalDate lastDay;

    /** The calendar of an agreement; its working-day calendar must be known. */
    public PeriodCalendar(Agreement agreement) {
        this.settings = requireNonNull(agreement, "agreement").settings();
        this.rules = agreement.periods();
        WorkingDays workingDays = WorkingDays.named(settings.workingDays())
                .orElseThrow(() -> new IllegalArgumentException("there is no calendar of working days for \""
                        + settings.workingDays()
                        + "\"; use the English name of a country, such as \"Ireland\", or \"TARGET\""));
        this.calendar = new LocalCalendar(settings.zone(), settings.workingDays(), workingDays, agreement.seasons());
        this.lastDay = settings.to();
    }

    private PeriodCalendar(
            Settings settings, List<Declaration.Period> rules, LocalCalendar calendar, LocalDate lastDay) {
        this.settings = settings;
        this.rules = rules;
        this.calendar = calendar;
        this.lastDay = lastDay;
    }

    /** The same calendar of an agreement that a party has ended: no period goes on after its last day. */
    public PeriodCalendar endingOn(LocalDate day) {
        return day.isBefore(lastDay) ? new PeriodCalendar(settings, rules, calendar, day) : this;
    }

    /** The last day in force. */
    public LocalDate lastDay() {
        return lastDay;
    }

    /** The day that lies a span after another. */
    public LocalDate after(LocalDate day, TimeSpan span) {
        return DueDates.plus(day, span, calendar.workingDays());
    }

    /** The names of the agreement's periods, in the order of the text. */
    public List<String> names() {
        return rules.stream().map(Declaration.Period::name).toList();
    }

    /** All periods of a name, first to last. */
    public List<SettlementPeriod> periods(String name) {
        int first = first(name);
        return Stream.iterate(first, number -> number + 1)
                .takeWhile(number -> !rule(name).start(number).isAfter(lastDay))
                .map(number -> at(name, number))
                .toList();
    }

    /** The period of a name that starts on a day. */
    public Optional<SettlementPeriod> starting(String name, LocalDate day) {
        return containing(name, day).filter(period -> period.from().equals(day));
    }

    /** The period of a name in which a day lies. */
    public Optional<SettlementPeriod> containing(String name, LocalDate day) {
        boolean inForce = !day.isBefore(settings.from()) && !day.isAfter(lastDay);
        int number = inForce ? rule(name).numberAt(day) : 0;
        return inForce && !rule(name).start(number + 1).isBefore(settings.from())
                ? Optional.of(at(name, number))
                : Optional.empty();
    }

    /** The period after this one, if the agreement is still in force then. */
    public Optional<SettlementPeriod> next(SettlementPeriod period) {
        return containing(period.name(), period.to());
    }

    /** The period before this one, if it is not the agreement's first. */
    public Optional<SettlementPeriod> previous(SettlementPeriod period) {
        return isFirst(period)
                ? Optional.empty()
                : containing(period.name(), period.from().minusDays(1));
    }

    /** True for the first period of its name in the agreement. */
    public boolean isFirst(SettlementPeriod period) {
        return period.number() == first(period.name());
    }

    /** The local day on which a period is settled: the lag after its last day, the next day if it has none. */
    public LocalDate settlementDay(SettlementPeriod period) {
        Optional<TimeSpan> lag = find(period.name()).settledAfter();
        LocalDate day = lag.map(span -> DueDates.plus(period.lastDay(), span, calendar.workingDays()))
                .orElse(period.to());
        return day.isBefore(period.to()) ? period.to() : day;
    }

    /** The instant from which a period may be settled: local midnight at the start of its settlement day. */
    public Instant settlesAt(SettlementPeriod period) {
        return settlementDay(period).atStartOfDay(calendar.zone()).toInstant();
    }

    /** The local calendar of the agreement. */
    public LocalCalendar calendar() {
        return calendar;
    }

    private int first(String name) {
        return rule(name)
                .numberAt(
                        settings.from().isBefore(find(name).from()) ? find(name).from() : settings.from());
    }

    private SettlementPeriod at(String name, int number) {
        LocalDate from = rule(name).start(number);
        LocalDate to = rule(name).start(number + 1);
        LocalDate end = lastDay.plusDays(1);
        return new SettlementPeriod(
                name,
                number,
                from.isBefore(settings.from()) ? settings.from() : from,
                to.isAfter(end) ? end : to,
                settings.zone());
    }

    private Periods rule(String name) {
        return new Periods(find(name));
    }

    private Declaration.Period find(String name) {
        return rules.stream()
                .filter(period -> period.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the agreement has no period \"" + name + "\"; it has " + names()));
    }
}
