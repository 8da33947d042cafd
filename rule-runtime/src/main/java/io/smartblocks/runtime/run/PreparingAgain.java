package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.LookAgain;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.settlement.Before;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.Statement;
import io.smartblocks.runtime.settlement.Trigger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers what settling something again takes, where its evidence has changed at all. */
final class PreparingAgain {

    private final ReadModel model;
    private final CompiledAgreements compiled;
    private final RuntimeSigners signers;
    private final EvidenceGathering evidence;
    private final SettledBefore settled;
    private final Carrying carrying;

    PreparingAgain(ReadModel model, CompiledAgreements compiled, RuntimeSigners signers, SettledBefore settled) {
        this.model = model;
        this.compiled = compiled;
        this.signers = signers;
        this.settled = settled;
        this.evidence = new EvidenceGathering(model, settled);
        this.carrying = new Carrying(model);
    }

    /** What is to be settled again; nothing where nothing has changed, or where another runtime or period takes it. */
    Optional<Attempt> prepare(LookAgain row, long asOfBlock, Instant now) {
        Optional<RunningAgreement> running = compiled.of(row.agreement(), asOfBlock);
        Optional<Signer> signer = running.flatMap(agreement ->
                signers.forAnyOf(agreement.latest().signed().parties().values()));
        if (running.isEmpty()) {
            model.again().remove(row);
            return Optional.empty();
        }
        if (signer.isEmpty() || running.get().suspended()) {
            model.again().move(row, now.plus(DuePlanning.LOOK_AGAIN));
            return Optional.empty();
        }
        String name = Occasion.periodOf(row.name());
        Optional<SettlementPeriod> period = running.get().calendar(name).starting(name, row.from());
        Optional<Attempt> attempt = period.flatMap(found -> Occasion.of(row.name())
                .map(occasion -> occasion(row, running.get(), found, occasion, signer.get(), asOfBlock, now))
                .orElseGet(() -> period(row, running.get(), found, signer.get(), asOfBlock)));
        if (attempt.isEmpty()) {
            model.again().remove(row);
        }
        return attempt;
    }

    private Optional<Attempt> period(
            LookAgain row, RunningAgreement running, SettlementPeriod period, Signer signer, long asOfBlock) {
        Optional<SettlementRecord> standing = model.settlements().latest(row.agreement(), row.name(), row.from());
        Optional<Long> known = carrying.upTo(running, period, row.sinceBlock(), asOfBlock);
        if (standing.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        RunningAgreement then = compiled.of(row.agreement(), known.get()).orElse(running);
        Evidence gathered = evidence.gather(then, period, known.get());
        boolean upheld = isUpheld(standing.get());
        long before = standing.get().settlement().asOfBlock();
        boolean same = new Hash(gathered.asIfOf(before).digest())
                .equals(standing.get().settlement().evidenceDigest());
        if (same && !upheld) {
            return Optional.empty();
        }
        Case work = new Case(then.during(period), period, gathered);
        return Optional.of(attempt(row, then, work, signer, standing, upheld));
    }

    private Optional<Attempt> occasion(
            LookAgain row,
            RunningAgreement running,
            SettlementPeriod period,
            Occasion occasion,
            Signer signer,
            long asOfBlock,
            Instant now) {
        Optional<SettlementRecord> standing = model.settlements().latest(row.agreement(), row.name(), row.from());
        Evidence gathered = evidence.gather(running, period, occasion, asOfBlock);
        Optional<Trigger> trigger = happenedOn(occasion, running, period, gathered, now)
                .<Trigger>map(on -> new Trigger.ClauseHappened(occasion.clause(), event(occasion), on))
                .or(() -> standing.map(SettledBefore::statementOf)
                        .map(told -> new Trigger.ClauseHappened(
                                occasion.clause(),
                                event(occasion),
                                told.settledOn(),
                                isUndone(occasion, period, gathered))));
        if (trigger.isEmpty()) {
            return Optional.empty();
        }
        Case work = new Case(running.during(period), period, gathered, trigger.get());
        return Optional.of(attempt(row, running, work, signer, standing, false));
    }

    static ClauseEvent event(Occasion occasion) {
        return ClauseEvent.valueOf(occasion.happened().toUpperCase(Locale.ROOT));
    }

    private Optional<LocalDate> happenedOn(
            Occasion occasion, RunningAgreement running, SettlementPeriod period, Evidence gathered, Instant now) {
        Optional<LocalDate> told = toldOn(occasion, period, gathered);
        return occasion.happened().equals(OccasionDays.BREACHED)
                ? breachedOn(occasion, running, period, gathered, now).or(() -> told)
                : told;
    }

    /** The last day that passed before it was done, and in whose passing something may therefore lie. */
    private Optional<LocalDate> breachedOn(
            Occasion occasion, RunningAgreement running, SettlementPeriod period, Evidence gathered, Instant now) {
        Occasion performed =
                new Occasion(occasion.period(), occasion.clause(), OccasionDays.words(ClauseEvent.PERFORMED));
        return breaches(occasion, running, period).stream()
                .filter(passing -> passing.day().isBefore(today(now, period.zone()))
                        && Stream.concat(
                                        gathered.paidOn(occasion.clause(), period.from(), passing.due()).stream(),
                                        toldOn(performed, period, gathered).stream())
                                .allMatch(passing.day()::isBefore))
                .map(OccasionDays.Passing::day)
                .max(Comparator.naturalOrder());
    }

    /** The last day on which it happened by the evidence. */
    static Optional<LocalDate> toldOn(Occasion occasion, SettlementPeriod period, Evidence gathered) {
        return gathered.occurrences().stream()
                .filter(occurrence -> occurrence.clause().equals(occasion.clause())
                        && occurrence.event() == event(occasion)
                        && occurrence.periodFrom().equals(period.from()))
                .map(Occurrence::on)
                .max(Comparator.naturalOrder());
    }

    /** True if by the evidence it has not happened, or nothing is owed any more to which it could. */
    static boolean isUndone(Occasion occasion, SettlementPeriod period, Evidence gathered) {
        boolean owed = gathered.earlier().stream()
                        .anyMatch(line -> line.clause().equals(occasion.clause())
                                && line.period().equals(period.name())
                                && line.periodFrom().equals(period.from()))
                || gathered.duties().stream()
                        .anyMatch(duty -> duty.clause().equals(occasion.clause())
                                && duty.period().equals(period.name())
                                && duty.periodFrom().equals(period.from()));
        boolean told = occasion.happened().equals(OccasionDays.BREACHED)
                || toldOn(occasion, period, gathered).isPresent();
        return !owed || !told;
    }

    private static LocalDate today(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone);
    }

    /** The days on which the passing of a due day may bring something about. */
    private List<OccasionDays.Passing> breaches(Occasion occasion, RunningAgreement running, SettlementPeriod period) {
        OccasionDays days = new OccasionDays(running.during(period), running.calendar(period.name()));
        return model.settlements()
                .latest(running.id(), period.name(), period.from())
                .flatMap(record -> settled.of(record.settlement().id()))
                .map(made -> days.breached(occasion.clause(), made))
                .orElse(List.of());
    }

    /** When the passing of a due day may next bring something about. */
    Optional<Instant> next(Attempt attempt, Instant now) {
        SettlementPeriod period = attempt.work().period();
        return Occasion.of(attempt.name())
                .filter(occasion -> occasion.happened().equals(OccasionDays.BREACHED))
                .flatMap(occasion -> breaches(occasion, attempt.running(), period).stream()
                        .map(OccasionDays.Passing::day)
                        .filter(day -> !day.isBefore(today(now, period.zone())))
                        .min(Comparator.naturalOrder())
                        .map(day -> day.plusDays(1).atStartOfDay(period.zone()).toInstant()));
    }

    private boolean isUpheld(SettlementRecord standing) {
        return model.disputes().of(standing.settlement().id(), Long.MAX_VALUE).stream()
                .map(Recorded::state)
                .flatMap(dispute -> dispute.end().stream())
                .map(DisputeState.End::verdict)
                .anyMatch(Verdict.UPHELD::equals);
    }

    private Attempt attempt(
            LookAgain row,
            RunningAgreement running,
            Case work,
            Signer signer,
            Optional<SettlementRecord> standing,
            boolean upheld) {
        Optional<Statement> statement = standing.map(SettledBefore::statementOf);
        Case again =
                standing.map(record -> work.correcting(before(record, work))).orElse(work);
        int revision =
                standing.map(record -> record.settlement().revision() + 1).orElse(0);
        DuePeriod due = new DuePeriod(
                row.agreement().value(),
                running.signedFor(work.period()).version(),
                row.name(),
                row.from(),
                row.dueAt(),
                row.zone(),
                row.shard());
        return new Attempt(
                due, running, again, signer, Optional.of(new Attempt.Again(row, statement, revision, upheld)));
    }

    private Before before(SettlementRecord record, Case work) {
        return Corrections.before(
                model, record, work.evidence().asOfBlock(), work.period().zone());
    }
}
