package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.AgainCalendar.Watch;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the calendar of what is due: for each agreement in force and each of its periods, the next one to settle. */
final class DuePlanning {

    /** When a calendar is due that has no period left. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    static final int SHARDS = 16;

    /** Stands for an agreement without any period that is settled. */
    static final String WHOLE = "";

    static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

    private final ReadModel model;
    private final CompiledAgreements compiled;
    private long planned = -1;

    DuePlanning(ReadModel model, CompiledAgreements compiled) {
        this.model = model;
        this.compiled = compiled;
    }

    /** The shard of an agreement, the same on every node. */
    static int shardOf(AgreementId agreement) {
        return Math.floorMod(agreement.value().hashCode(), SHARDS);
    }

    /** Enters agreements that are not in the calendar yet, and anew those that are to end early: more may be due. */
    synchronized void enterNew(Instant now) {
        long height = model.height() - 1;
        enter(model.agreements().withoutDuePeriod(), now);
        enter(
                model.agreements().inForceChangedAfter(planned).stream()
                        .filter(record -> record.state() instanceof Standing standing
                                && standing.termination().isPresent())
                        .toList(),
                now);
        planned = height;
    }

    private void enter(List<AgreementRecord> records, Instant now) {
        List<Watch> watches = new ArrayList<>();
        List<DuePeriod> entries = records.stream()
                .flatMap(record -> entries(record.proposal(), watches, now).stream())
                .toList();
        model.again().watch(watches);
        model.due().putAll(entries);
    }

    /** An agreement that cannot be read is due at once, so that the sweep says why, and keeps no other out. */
    private List<DuePeriod> entries(Proposal signed, List<Watch> watches, Instant now) {
        try {
            Optional<RunningAgreement> found = compiled.of(signed.agreement(), model.height() - 1)
                    .filter(running -> running.latest().signed().version().equals(signed.version()));
            List<DuePeriod> entries = found.map(this::entries).orElse(List.of());
            found.map(Sources::of).ifPresent(watches::addAll);
            return entries;
        } catch (RuntimeException e) {
            return List.of(new DuePeriod(
                    signed.agreement().value(),
                    signed.version(),
                    WHOLE,
                    LocalDate.ofInstant(now, ZoneOffset.UTC),
                    now,
                    ZoneOffset.UTC,
                    shardOf(signed.agreement())));
        }
    }

    private List<DuePeriod> entries(RunningAgreement running) {
        List<String> names = List.copyOf(running.settledPeriods());
        return names.isEmpty()
                ? List.of(entry(running, WHOLE, Optional.empty()))
                : names.stream()
                        .map(name -> entry(running, name, firstUnsettled(running, name)))
                        .toList();
    }

    /** Enters an agreement that could not be read before. */
    void enterAgain(RunningAgreement running) {
        List<DuePeriod> entries = entries(running);
        model.again().watch(Sources.of(running));
        model.due().remove(running.id().value(), running.latest().signed().version());
        entries.forEach(model.due()::put);
    }

    /** The period that must be settled first, since this one reads its documents and it lies inside. */
    Optional<SettlementPeriod> awaited(RunningAgreement running, SettlementPeriod period) {
        return running.lookBack(period).documentPeriods().stream()
                .filter(name -> !name.equals(period.name()))
                .flatMap(name -> lastInside(running, name, period).stream())
                .filter(inside -> !isSettled(running, inside))
                .findFirst();
    }

    private static Optional<SettlementPeriod> lastInside(
            RunningAgreement running, String name, SettlementPeriod period) {
        Optional<SettlementPeriod> last = running.calendar(name).containing(name, period.lastDay());
        if (last.isPresent() && last.get().to().isAfter(period.to())) {
            last = running.calendar(name).previous(last.get());
        }
        return last.filter(found -> found.to().isAfter(period.from())
                && !(found.from().equals(period.from()) && found.to().equals(period.to()))
                && !found.from().isBefore(period.from()));
    }

    /** Notes the first period of a name that is not settled. */
    void enter(RunningAgreement running, String name) {
        model.due().put(entry(running, name, firstUnsettled(running, name)));
    }

    /** True if no period of the name is left to settle. */
    boolean isDone(RunningAgreement running, String name) {
        return firstUnsettled(running, name).isEmpty();
    }

    /** True if no period of any name is left to settle. */
    boolean isDone(RunningAgreement running) {
        return running.settledPeriods().stream().allMatch(name -> isDone(running, name));
    }

    /** Looks at a calendar without periods left no more. */
    void rest(DuePeriod due) {
        put(due, NEVER);
    }

    /** Moves an agreement's calendar on to the period after {@code settled}. */
    void advance(RunningAgreement running, SettlementPeriod settled) {
        model.due().put(after(running, settled));
    }

    /** What an agreement's calendar says after {@code settled}. */
    DuePeriod after(RunningAgreement running, SettlementPeriod settled) {
        PeriodCalendar calendar = running.calendar(settled.name());
        Optional<SettlementPeriod> next = calendar.next(settled);
        while (next.isPresent() && !running.settles(next.get())) {
            next = calendar.next(next.get());
        }
        return entry(running, settled.name(), next);
    }

    /** Looks at a period again later, without moving on. */
    void postpone(DuePeriod due, Instant now) {
        put(due, now.plus(LOOK_AGAIN));
    }

    private void put(DuePeriod due, Instant at) {
        model.due()
                .put(new DuePeriod(
                        due.agreement(), due.version(), due.period(), due.nextFrom(), at, due.zone(), due.shard()));
    }

    private Optional<SettlementPeriod> firstUnsettled(RunningAgreement running, String name) {
        if (name.equals(WHOLE)) {
            return Optional.empty();
        }
        Set<LocalDate> settled = model.settlements().latestOf(running.id(), Long.MAX_VALUE).stream()
                .filter(id -> id.period().equals(name))
                .map(SettlementId::from)
                .collect(Collectors.toSet());
        return running.calendar(name).periods(name).stream()
                .filter(period -> !settled.contains(period.from()) && running.settles(period))
                .findFirst();
    }

    boolean isSettled(RunningAgreement running, SettlementPeriod period) {
        return model.settlements().isSettled(running.id(), period.name(), period.from());
    }

    private static DuePeriod entry(RunningAgreement running, String name, Optional<SettlementPeriod> next) {
        Proposal signed = running.latest().signed();
        return new DuePeriod(
                signed.agreement().value(),
                signed.version(),
                name,
                next.map(SettlementPeriod::from).orElse(running.lastDay()),
                next.map(period -> running.calendar(name).settlesAt(period)).orElseGet(() -> overAt(running)),
                signed.terms().zone(),
                shardOf(signed.agreement()));
    }

    /** When an agreement can be closed all of which is settled. */
    static Instant overAt(RunningAgreement running) {
        ZoneId zone = running.latest().signed().terms().zone();
        return running.open() ? running.lastDay().plusDays(1).atStartOfDay(zone).toInstant() : NEVER;
    }
}
