package io.smartblocks.runtime.run;

import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.transaction.HoldReason;
import io.smartblocks.runtime.run.Commits.Wanted;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import io.smartblocks.runtime.settlement.Corrected;
import io.smartblocks.runtime.settlement.Correction;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of a period that was looked at again: a correction, a hold of it, or nothing where all is as it was. */
final class ConcludingAgain {

    private final ReadModel model;
    private final PreparingAgain preparing;

    ConcludingAgain(ReadModel model, PreparingAgain preparing) {
        this.model = model;
        this.preparing = preparing;
    }

    /** What is to be committed; nothing where all is as it was. */
    Optional<Wanted> wanted(Attempt attempt, Outcome outcome) {
        Attempt.Again again = attempt.again().orElseThrow();
        Optional<HoldState> standing = standing(attempt);
        List<HoldReason> reasons = reasons(attempt, outcome);
        if (!reasons.isEmpty()) {
            boolean known = standing.filter(
                            hold -> hold.reasons().equals(reasons) && hold.revision() == again.revision())
                    .isPresent();
            return known ? Optional.empty() : Optional.of(hold(attempt, reasons));
        }
        if (outcome instanceof Outcome.Settled settled && !isSame(again, settled.settlement())) {
            return Optional.of(Commits.settlement(attempt, settled.settlement()));
        }
        return standing.filter(hold -> again.revision() > 0).map(hold -> hold(attempt, List.of()));
    }

    private static Wanted hold(Attempt attempt, List<HoldReason> reasons) {
        return Commits.hold(attempt, reasons, attempt.work().evidence().asOfBlock());
    }

    /** Why it cannot be settled again; what happened to a clause waits for nothing. */
    private static List<HoldReason> reasons(Attempt attempt, Outcome outcome) {
        Attempt.Again again = attempt.again().orElseThrow();
        if (!attempt.name().equals(attempt.work().period().name())) {
            return List.of();
        }
        if (outcome instanceof Outcome.Settled settled) {
            return again.upheld() && isSame(again, settled.settlement())
                    ? List.of(new HoldReason(
                            "dispute-upheld",
                            "A dispute of revision " + (again.revision() - 1)
                                    + " was upheld, but the evidence gives the"
                                    + " same again: correct the reading, index value, fact or adjustment that was"
                                    + " found wrong."))
                    : List.of();
        }
        return Conclusions.reasons(outcome);
    }

    private static boolean isSame(Attempt.Again again, Settlement settlement) {
        return again.standing()
                .map(statement -> settlement.owesTheSameAs(statement))
                .orElseGet(settlement::owesNothing);
    }

    private Optional<HoldState> standing(Attempt attempt) {
        return model.settlements().holdsOf(attempt.running().id()).stream()
                .map(record -> record.state())
                .filter(hold -> !hold.released()
                        && hold.period().equals(attempt.name())
                        && hold.from().equals(attempt.work().period().from()))
                .findFirst();
    }

    /** Tells what came of it, and when it is looked at next. */
    Optional<Item> conclude(Attempt attempt, Outcome outcome, Optional<Submission> ended, Instant now) {
        if (ended.isPresent() && ended.get() instanceof Submission.Refused refused) {
            return Optional.of(refused(attempt, refused, now));
        }
        List<HoldReason> reasons = reasons(attempt, outcome);
        if (!reasons.isEmpty()) {
            // any change that may be the remedy brings it up again
            model.again().move(attempt.again().orElseThrow().row(), DuePlanning.NEVER);
            return ended.isEmpty()
                    ? Optional.empty()
                    : Optional.of(attempt.item(Result.HELD, "correction waits: " + words(reasons)));
        }
        if (!(outcome instanceof Outcome.Settled settled)) {
            model.again().move(attempt.again().orElseThrow().row(), now.plus(DuePlanning.LOOK_AGAIN));
            Result result = outcome instanceof Outcome.Held ? Result.HELD : Result.REFUSED;
            return Optional.of(attempt.item(result, words(Conclusions.reasons(outcome))));
        }
        moveOn(attempt, now);
        boolean same = isSame(attempt.again().orElseThrow(), settled.settlement());
        if (same) {
            return ended.map(lifted -> attempt.item(Result.UNCHANGED, "stays as it is settled; the hold is lifted"));
        }
        return Optional.of(settled.settlement()
                .corrected()
                .map(corrected -> attempt.item(Result.CORRECTED, words(attempt.revision(), corrected)))
                .orElseGet(() -> attempt.item(Result.SETTLED, "")));
    }

    private void moveOn(Attempt attempt, Instant now) {
        preparing
                .next(attempt, now)
                .ifPresentOrElse(
                        at -> model.again().move(attempt.again().orElseThrow().row(), at),
                        () -> model.again().remove(attempt.again().orElseThrow().row()));
    }

    private Item refused(Attempt attempt, Submission.Refused refused, Instant now) {
        boolean taken = model.settlements()
                .latest(
                        attempt.running().id(),
                        attempt.name(),
                        attempt.work().period().from())
                .filter(record -> record.settlement().revision() >= attempt.revision())
                .isPresent();
        if (taken) {
            // another runtime was first; what it made is compared at once
            return attempt.item(Result.ALREADY_SETTLED, refused.message());
        }
        model.again().move(attempt.again().orElseThrow().row(), now.plus(DuePlanning.LOOK_AGAIN));
        return attempt.item(Result.FAILED, "committing: " + refused.message());
    }

    private static String words(List<HoldReason> reasons) {
        return reasons.stream().map(HoldReason::message).collect(Collectors.joining(" "));
    }

    private static String words(int revision, Corrected corrected) {
        String differences = corrected.differences().stream()
                .map(difference -> words(difference.payable()) + " by " + difference.due())
                .collect(Collectors.joining("; "));
        return "revision " + revision + ", " + (differences.isEmpty() ? "nothing more to pay" : differences);
    }

    private static String words(Correction payable) {
        return "%s pays %s %s %s"
                .formatted(payable.payer(), payable.payee(), payable.gross().toPlainString(), payable.currency());
    }
}
