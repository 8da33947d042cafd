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
    private final OwnCommits own;
    private final Runnable catchUp;
    private final ReadModel model;
    private final DuePlanning planning;
    private final ConcludingAgain again;

    Conclusions(
            Commits commits,
            OwnCommits own,
            Runnable catchUp,
            ReadModel model,
            DuePlanning planning,
            ConcludingAgain again) {
        this.again = again;
        this.commits = commits;
        this.own = own;
        this.catchUp = catchUp;
        this.model = model;
        this.planning = planning;
    }

    /** What came of some attempts, and what the ledger said if it was away. */
    record Concluded(List<Item> items, Optional<String> away) {}

    /** An outcome and what is to be committed of it, or what is wrong with that. */
    private record Stated(Attempt attempt, Outcome outcome, Optional<Wanted> wanted, Optional<Item> unstated) {}

    /** Commits settlements and holds, and notes what is next. */
    Concluded conclude(List<Attempt> attempts, List<Outcome> outcomes, Chains chains, Laps laps, Instant now) {
        List<Stated> all = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            if (!chains.waits(attempts.get(i).due())) {
                stated(attempts.get(i), outcomes.get(i), chains, now).ifPresent(all::add);
            }
        }
        laps.end(Laps.Step.CONCLUDING);
        Map<Attempt, Submission> ended = commits.commit(
                all.stream().flatMap(stated -> stated.wanted().stream()).toList());
        laps.end(Laps.Step.COMMITTING);
        ended.forEach((attempt, submission) -> {
            if (submission instanceof Submission.Committed committed) {
                own.committed(attempt.due().agreement(), committed.block());
            }
        });
        if (ended.values().stream().anyMatch(Conclusions::isRefusedByLedger)) {
            catchUp.run();
        }
        List<Item> items = new ArrayList<>();
        List<DuePeriod> next = new ArrayList<>();
        for (Stated each : all) {
            Optional<Submission> submission = Optional.ofNullable(ended.get(each.attempt()));
            boolean refused =
                    submission.filter(Submission.Refused.class::isInstance).isPresent();
            if (each.unstated().isPresent()) {
                items.add(each.unstated().get());
            } else if (each.attempt().again().isPresent()) {
                again.conclude(each.attempt(), each.outcome(), submission, now).ifPresent(items::add);
            } else if (!(refused && chains.breaksLater(each.attempt().due()))) {
                items.add(conclude(each.attempt(), each.outcome(), submission, chains, next, now));
            }
        }
        model.due().putAll(next);
        Optional<String> away = ended.values().stream()
                .filter(Conclusions::isAway)
                .map(submission -> ((Submission.Refused) submission).message())
                .findFirst();
        return new Concluded(items, away);
    }

    /** Nothing where an earlier period of the same calendar goes first. */
    private Optional<Stated> stated(Attempt attempt, Outcome outcome, Chains chains, Instant now) {
        if (!(outcome instanceof Outcome.Settled) && chains.breaksLater(attempt.due())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Stated(attempt, outcome, wanted(attempt, outcome), Optional.empty()));
        } catch (RuntimeException | StackOverflowError e) {
            return chains.breaksLater(attempt.due())
                    ? Optional.empty()
                    : Optional.of(new Stated(
                            attempt,
                            outcome,
                            Optional.empty(),
                            Optional.of(failed(attempt, "stating: " + Round.said(e), now))));
        }
    }

    private static boolean isAway(Submission submission) {
        return submission instanceof Submission.Refused refused && Commits.isAway(refused);
    }

    /** What another runtime committed first may be the reason, and is then looked at. */
    private static boolean isRefusedByLedger(Submission submission) {
        return submission instanceof Submission.Refused refused && !Commits.isAway(refused);
    }

    /** Looks at a period again later, the later the more often that was in vain. */
    private Item held(DuePeriod due, Result result, String message, Instant now) {
        model.due().put(due.afterFailure(now.plus(LaterAgain.afterHolds(due.failures()))));
        return Attempt.item(due, result, message);
    }

    private Item failed(Attempt attempt, String message, Instant now) {
        if (attempt.again().isEmpty()) {
            return failed(attempt.due(), message, now);
        }
        model.again().move(attempt.again().get().row(), now.plus(DuePlanning.LOOK_AGAIN));
        return attempt.item(Result.FAILED, message);
    }

    /** Tries a period again later; the message begins with the step at which it failed. */
    Item failed(DuePeriod due, String message, Instant now) {
        model.due().put(due.afterFailure(now.plus(LaterAgain.afterFailures(due.failures()))));
        return Attempt.item(due, Result.FAILED, message);
    }

    private Optional<Wanted> wanted(Attempt attempt, Outcome outcome) {
        if (attempt.again().isPresent()) {
            return again.wanted(attempt, outcome);
        }
        if (outcome instanceof Outcome.Settled settled) {
            return Optional.of(Commits.settlement(attempt, settled.settlement()));
        }
        List<HoldReason> reasons = reasons(outcome);
        return isKnown(attempt, reasons)
                ? Optional.empty()
                : Optional.of(
                        Commits.hold(attempt, reasons, attempt.work().evidence().asOfBlock()));
    }

    static List<HoldReason> reasons(Outcome outcome) {
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

    private Item conclude(
            Attempt attempt,
            Outcome outcome,
            Optional<Submission> ended,
            Chains chains,
            List<DuePeriod> next,
            Instant now) {
        if (!(outcome instanceof Outcome.Settled)) {
            boolean known = isKnown(attempt, reasons(outcome));
            if (!known && ended.isPresent() && ended.get() instanceof Submission.Refused refused) {
                return refused(attempt, refused, now);
            }
            Result result = outcome instanceof Outcome.Held ? Result.HELD : Result.REFUSED;
            String why = String.join(
                    " ", reasons(outcome).stream().map(HoldReason::message).toList());
            return held(attempt.due(), result, why, now);
        }
        if (ended.orElseThrow() instanceof Submission.Refused refused) {
            return refused(attempt, refused, now);
        }
        if (!chains.waits(attempt.due())) {
            next.add(planning.after(attempt.running(), attempt.work().period()));
        }
        return attempt.item(Result.SETTLED, "");
    }

    /** Another runtime may have been first; else it stays due. */
    private Item refused(Attempt attempt, Submission.Refused refused, Instant now) {
        if (planning.isSettled(attempt.running(), attempt.work().period())) {
            planning.advance(attempt.running(), attempt.work().period());
            return attempt.item(Result.ALREADY_SETTLED, refused.message());
        }
        String message = "committing: " + refused.message();
        // a ledger that is away is no fault of the agreement, which stays due
        return isAway(refused)
                ? Attempt.item(attempt.due(), Result.FAILED, message)
                : failed(attempt.due(), message, now);
    }
}
