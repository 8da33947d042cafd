package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Keeps the calendar of what is due: for each agreement in force and each of its periods, the next one to settle. */
final class DuePlanning {

    /** When a calendar is due that has no period left. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    static final int SHARDS = 16;

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
    void enterNew() {
        for (AgreementRecord record : model.agreements().inForceWithoutDuePeriod()) {
            enter(record.proposal());
        }
    }

    private void enter(Proposal signed) {
        RunningAgreement running = compiled.of(signed);
        List<String> names = settledPeriods(running);
        for (String name : names) {
            put(running, name, firstUnsettled(running, name));
        }
        if (names.isEmpty()) {
            put(running, "", Optional.empty());
        }
    }

    /** Moves an agreement's calendar on to the period after {@code settled}. */
    void advance(RunningAgreement running, SettlementPeriod settled) {
        put(running, settled.name(), running.calendar().next(settled));
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
        while (period.isPresent() && isSettled(running, period.get())) {
            period = running.calendar().next(period.get());
        }
        return period;
    }

    boolean isSettled(RunningAgreement running, SettlementPeriod period) {
        return model.settlements()
                .latest(running.signed().agreement(), period.name(), period.from())
                .isPresent();
    }

    private void put(RunningAgreement running, String name, Optional<SettlementPeriod> next) {
        Proposal signed = running.signed();
        model.due()
                .put(new DuePeriod(
                        signed.agreement().value(),
                        signed.version(),
                        name,
                        next.map(SettlementPeriod::from)
                                .orElse(running.agreement().settings().to()),
                        next.map(running.calendar()::settlesAt).orElse(NEVER),
                        running.agreement().settings().zone(),
                        shardOf(signed.agreement())));
    }

    /** The periods for which some clause provides something. */
    private static List<String> settledPeriods(RunningAgreement running) {
        TreeSet<String> names = new TreeSet<>();
        for (Clause clause : running.agreement().clauses()) {
            for (Clause.Provision provision : clause.provisions()) {
                if (provision.level() instanceof Level.PerPeriod level) {
                    names.add(level.period());
                }
            }
        }
        return List.copyOf(names);
    }
}
