package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.transaction.AgreementAction.CloseAgreement;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.runtime.run.SweepReport.Item;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Closes an agreement that is over and settled to its last day. */
final class Closing {

    private final Ledger ledger;
    private final Clock clock;
    private final DuePlanning planning;
    private final RuntimeSigners signers;

    Closing(Ledger ledger, Clock clock, DuePlanning planning, RuntimeSigners signers) {
        this.ledger = ledger;
        this.clock = clock;
        this.planning = planning;
        this.signers = signers;
    }

    /** Closes the agreement of a calendar without periods left, or notes when that can be done. */
    Optional<Item> conclude(DuePeriod due, RunningAgreement running, Instant now) {
        boolean over = running.open() && !DuePlanning.overAt(running).isAfter(now);
        if (!over) {
            planning.enter(running, due.period());
            return Optional.empty();
        }
        if (!planning.isDone(running)) {
            // the calendar whose periods end last closes it
            planning.rest(due);
            return Optional.empty();
        }
        Optional<Signer> signer =
                signers.forAnyOf(running.latest().signed().parties().values());
        if (signer.isEmpty()) {
            planning.postpone(due, now);
            return Optional.empty();
        }
        return Optional.of(close(due, running, signer.get(), now));
    }

    private Item close(DuePeriod due, RunningAgreement running, Signer signer, Instant now) {
        String version = running.latest().signed().version();
        CloseAgreement payload = new CloseAgreement(running.id(), version);
        RequestKey key = new RequestKey("close-" + Hash.of(running.id() + "/" + version));
        Batch batch = Batch.of(Transaction.sign(ledger.id(), payload, key, clock.instant(), signer));
        Submission submission;
        try {
            submission = Commits.answer(Commits.within(Commits.PATIENCE, ledger.submit(batch)));
        } catch (LedgerUnavailable away) {
            return failed(due, away.getMessage(), now);
        } catch (Commits.NoAnswer late) {
            return failed(due, Commits.noAnswer(Commits.PATIENCE), now);
        }
        if (submission instanceof Submission.Refused refused) {
            return failed(due, refused.message(), now);
        }
        planning.rest(due);
        return Attempt.item(due, Result.CLOSED, "over on " + running.lastDay() + ", and all of it is settled");
    }

    /** Another party may have closed it meanwhile; the next look shows it. */
    private Item failed(DuePeriod due, String why, Instant now) {
        planning.postpone(due, now);
        return Attempt.item(due, Result.FAILED, "closing: " + why);
    }
}
