package io.smartblocks.runtime.rules;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Periods;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.metering.LocalCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one settling stands on: an agreement, one of its periods by name, number and local days, the calendar, the
 * evidence, and what happened if it is about that.
 */
public record Ground(
        Agreement agreement,
        String period,
        int number,
        boolean first,
        LocalDate from,
        LocalDate to,
        LocalCalendar calendar,
        Evidence evidence,
        Optional<Happening> happening) {

    public Ground {
        requireNonNull(agreement, "agreement");
        requireNonNull(calendar, "calendar");
        requireNonNull(evidence, "evidence");
    }

    /** The instant at which a local day begins. */
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    /** The local day of an instant. */
    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, calendar.zone());
    }

    /** A meter, or what a baseline stands for; a fitted one has a value for each day, however often its meter is read. */
    Declaration.Meter meter(String name) {
        Declaration.Meter meter = meter(agreement, name);
        boolean withinDays =
                meter.every().unit() == TimeSpan.Unit.MINUTE || meter.every().unit() == TimeSpan.Unit.HOUR;
        return withinDays && isFitted(name) ? daily(meter) : meter;
    }

    /** True for a baseline whose readings are not given but follow from a fit. */
    boolean isFitted(String name) {
        return evidence.baselines().containsKey(name) && !evidence.columns().containsKey(name);
    }

    private static Declaration.Meter daily(Declaration.Meter meter) {
        return new Declaration.Meter(
                meter.name(),
                meter.unit(),
                new TimeSpan(1, TimeSpan.Unit.DAY),
                meter.id(),
                meter.register(),
                meter.rollsOverAt(),
                meter.at());
    }

    /** What a baseline stands for: the readings its meter would have had. */
    public static Declaration.Meter readAs(Agreement agreement, Declaration.Baseline baseline) {
        Declaration.Meter meter = find(agreement.meters(), baseline.meter());
        return new Declaration.Meter(
                baseline.name(), meter.unit(), meter.every(), Optional.empty(), false, Optional.empty(), baseline.at());
    }

    /** A meter of an agreement, or what a baseline stands for. */
    public static Declaration.Meter meter(Agreement agreement, String name) {
        return baseline(agreement, name)
                .map(baseline -> readAs(agreement, baseline))
                .orElseGet(() -> find(agreement.meters(), name));
    }

    static Optional<Declaration.Baseline> baseline(Agreement agreement, String name) {
        for (Declaration.Baseline baseline : agreement.baselines()) {
            if (baseline.name().equals(name)) {
                return Optional.of(baseline);
            }
        }
        return Optional.empty();
    }

    /**
     * The same agreement and evidence in another period, cut as it is when it is settled itself; earlier settled values
     * are not known there.
     */
    Ground in(String name, int otherNumber) {
        Periods periods = periods(name);
        LocalDate start = periods.start(otherNumber);
        LocalDate end = periods.start(otherNumber + 1);
        LocalDate inForce = agreement.settings().from();
        LocalDate expiry = evidence.ended().orElse(agreement.settings().to()).plusDays(1);
        return new Ground(
                agreement,
                name,
                otherNumber,
                false,
                start.isBefore(inForce) && end.isAfter(inForce) ? inForce : start,
                start.isBefore(expiry) && end.isAfter(expiry) ? expiry : end,
                calendar,
                evidence.withoutPrevious(),
                Optional.empty());
    }

    Periods periods(String name) {
        return new Periods(find(agreement.periods(), name));
    }

    static <D extends Declaration> D find(Iterable<D> declarations, String name) {
        for (D declaration : declarations) {
            if (declaration.name().equals(name)) {
                return declaration;
            }
        }
        throw new IllegalArgumentException("the agreement declares no " + name);
    }
}
