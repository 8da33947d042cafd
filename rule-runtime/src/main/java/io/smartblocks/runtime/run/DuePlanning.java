package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Keeps the calendar of what is due: for each agreement in force and each of its periods, the next one to settle. */
final class DuePlanning {

    /** When a calendar is due that has no period left. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    static final int SHARDS = 16;

    /** Stands for an agreement without any period that is settled. */
    static final String WHOLE = "";

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

    private final ReadModel model;
    private final CompiledAgreements compiled;

    DuePlanning(ReadModel model, CompiledAgreements compiled) {
        this.model = model;
        this.compiled = compiled;
    }

    /** The shard of an agreement, the same on every node. */
    static int shardOf(AgreementId agreement) {
        return Math.floorMod(agreement.value().hashCode(), SHARDS);
    }

    /** Enters agreements that came into force and are not in the calendar yet. */
    void enterNew(Instant now) {
        for (AgreementRecord record : model.agreements().inForceWithoutDuePeriod()) {
            entries(record.proposal(), now).forEach(model.due()::put);
        }
    }

    /** An agreement that cannot be read is due at once, so that the sweep says why, and keeps no other out. */
    private List<DuePeriod> entries(Proposal signed, Instant now) {
        try {
            return compiled.of(signed.agreement(), model.height() - 1)
                    .filter(running -> running.latest().signed().version().equals(signed.version()))
                    .map(this::entries)
                    .orElse(List.of());
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
        Optional<SettlementPeriod> last = running.calendar().containing(name, period.lastDay());
        if (last.isPresent() && last.get().to().isAfter(period.to())) {
            last = running.calendar().previous(last.get());
        }
        return last.filter(found -> found.to().isAfter(period.from())
                && !(found.from().equals(period.from()) && found.to().equals(period.to()))
                && !found.from().isBefore(period.from()));
    }

    /** Notes the first period of a name that is not settled. */
    void enter(RunningAgreement running, String name) {
        model.due().put(entry(running, name, firstUnsettled(running, name)));
    }

    /** Moves an agreement's calendar on to the period after {@code settled}. */
    void advance(RunningAgreement running, SettlementPeriod settled) {
        Optional<SettlementPeriod> next = running.calendar().next(settled);
        while (next.isPresent() && !running.settles(next.get())) {
            next = running.calendar().next(next.get());
        }
        model.due().put(entry(running, settled.name(), next));
    }

    /** Looks at a period again later, without moving on. */
    void postpone(DuePeriod due, Instant now) {
        model.due()
                .put(new DuePeriod(
                        due.agreement(),
                        due.version(),
                        due.period(),
                        due.nextFrom(),
                        now.plus(LOOK_AGAIN),
                        due.zone(),
                        due.shard()));
    }

    private Optional<SettlementPeriod> firstUnsettled(RunningAgreement running, String name) {
        Optional<SettlementPeriod> period =
                running.calendar().periods(name).stream().findFirst();
        while (period.isPresent() && (!running.settles(period.get()) || isSettled(running, period.get()))) {
            period = running.calendar().next(period.get());
        }
        return period;
    }

    boolean isSettled(RunningAgreement running, SettlementPeriod period) {
        return model.settlements()
                .latest(running.id(), period.name(), period.from())
                .isPresent();
    }

    private static DuePeriod entry(RunningAgreement running, String name, Optional<SettlementPeriod> next) {
        Proposal signed = running.latest().signed();
        return new DuePeriod(
                signed.agreement().value(),
                signed.version(),
                name,
                next.map(SettlementPeriod::from).orElse(running.calendar().lastDay()),
                next.map(running.calendar()::settlesAt).orElse(NEVER),
                signed.terms().zone(),
                shardOf(signed.agreement()));
    }
}
