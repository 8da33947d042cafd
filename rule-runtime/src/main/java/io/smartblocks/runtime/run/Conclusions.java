package io.smartblocks.runtime.run;

import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.HoldReason;
import io.smartblocks.runtime.run.Commits.Wanted;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns outcomes into what stands on the ledger, and moves the calendar on accordingly. */
final class Conclusions {

    private final Commits commits;
    private final Runnable catchUp;
    private final ReadModel model;
    private final DuePlanning planning;

    Conclusions(Commits commits, Runnable catchUp, ReadModel model, DuePlanning planning) {
        this.commits = commits;
        this.catchUp = catchUp;
        this.model = model;
        this.planning = planning;
    }

    /** Commits settlements and holds, waits until the read model has seen them, and notes what is next. */
    List<Item> conclude(List<Attempt> attempts, List<Outcome> outcomes, Instant now) {
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            wanted(attempts.get(i), outcomes.get(i)).ifPresent(wanted::add);
        }
        Map<Attempt, Submission> ended = commits.commit(wanted);
        ended.values().stream()
                .filter(Submission.Committed.class::isInstance)
                .mapToLong(submission -> ((Submission.Committed) submission).block())
                .max()
                .ifPresent(block -> Waiting.forHeight(model, block + 1));
        if (ended.values().stream().anyMatch(Conclusions::isRefusedByLedger)) {
            catchUp.run();
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            Attempt attempt = attempts.get(i);
            items.add(conclude(attempt, outcomes.get(i), Optional.ofNullable(ended.get(attempt)), now));
        }
        return items;
    }

    /** What another runtime committed first may be the reason, and is then looked at. */
    private static boolean isRefusedByLedger(Submission submission) {
        return submission instanceof Submission.Refused refused
                && !refused.code().equals(Commits.UNAVAILABLE);
    }

    /** Looks at a period again later. */
    Item putOff(DuePeriod due, Result result, String message, Instant now) {
        planning.postpone(due, now);
        return Attempt.item(due, result, message);
    }

    private Optional<Wanted> wanted(Attempt attempt, Outcome outcome) {
        if (outcome instanceof Outcome.Settled settled) {
            return Optional.of(Commits.settlement(attempt, settled.settlement()));
        }
        List<HoldReason> reasons = reasons(outcome);
        return isKnown(attempt, reasons)
                ? Optional.empty()
                : Optional.of(
                        Commits.hold(attempt, reasons, attempt.work().evidence().asOfBlock()));
    }

    private static List<HoldReason> reasons(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return List.of(new HoldReason(refused.code(), refused.message()));
        }
        return ((Outcome.Held) outcome)
                .reasons().stream()
                        .map(reason -> new HoldReason("held", reason))
                        .toList();
    }

    private boolean isKnown(Attempt attempt, List<HoldReason> reasons) {
        return model.settlements().holdsOf(attempt.running().id()).stream()
                .map(record -> record.state())
                .filter(hold -> hold.period().equals(attempt.work().period().name())
                        && hold.from().equals(attempt.work().period().from()))
                .anyMatch(hold -> !hold.released() && hold.reasons().equals(reasons));
    }

    private Item conclude(Attempt attempt, Outcome outcome, Optional<Submission> ended, Instant now) {
        if (!(outcome instanceof Outcome.Settled)) {
            boolean known = isKnown(attempt, reasons(outcome));
            if (!known && ended.isPresent() && ended.get() instanceof Submission.Refused refused) {
                return refused(attempt, refused, now);
            }
            Result result = outcome instanceof Outcome.Held ? Result.HELD : Result.REFUSED;
            String why = String.join(
                    " ", reasons(outcome).stream().map(HoldReason::message).toList());
            return putOff(attempt.due(), result, why, now);
        }
        if (ended.orElseThrow() instanceof Submission.Refused refused) {
            return refused(attempt, refused, now);
        }
        planning.advance(attempt.running(), attempt.work().period());
        return attempt.item(Result.SETTLED, "");
    }

    /** Another runtime may have been first; else it stays due. */
    private Item refused(Attempt attempt, Submission.Refused refused, Instant now) {
        if (planning.isSettled(attempt.running(), attempt.work().period())) {
            planning.advance(attempt.running(), attempt.work().period());
            return attempt.item(Result.ALREADY_SETTLED, refused.message());
        }
        return putOff(attempt.due(), Result.FAILED, "committing: " + refused.message(), now);
    }
}
