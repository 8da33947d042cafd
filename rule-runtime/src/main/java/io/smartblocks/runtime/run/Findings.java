package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.CoSignSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ReportDifference;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.runtime.run.CoSigningReport.Item;
import io.smartblocks.runtime.run.CoSigningReport.Result;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Signs what a verification found and states it on the ledger, each for itself, so that one refusal stops no other. */
final class Findings {

    /** Another machine was faster, or the period was settled again meanwhile. */
    private static final Set<String> ANSWERED = Set.of("co-signed-already", "nothing-changes", "settlement-superseded");

    private final Ledger ledger;
    private final Clock clock;

    Findings(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What was found in a settlement; the outcome is there where the ledger was told. */
    record Sent(
            MemberId organisation,
            SettlementRecord record,
            Verification found,
            Optional<CompletableFuture<Submission>> outcome) {

        private Item item(Result result, String message) {
            return new Item(organisation, record.settlement().id(), result, message);
        }
    }

    Sent send(MemberId organisation, Signer signer, SettlementRecord record, Verification found) {
        return new Sent(
                organisation,
                record,
                found,
                payload(record.settlement(), found).map(payload -> submit(payload, signer)));
    }

    private static Optional<SettlementAction> payload(CommitSettlement settled, Verification found) {
        String engine = SettlementEngine.version();
        if (found instanceof Verification.Same) {
            return Optional.of(new CoSignSettlement(settled.id(), settled.statementHash(), engine));
        }
        return found instanceof Verification.Different different
                ? Optional.of(new ReportDifference(settled.id(), settled.statementHash(), engine, different.first()))
                : Optional.empty();
    }

    private CompletableFuture<Submission> submit(SettlementAction payload, Signer signer) {
        RequestKey key = new RequestKey("verified-" + Hash.of(payload.toString()));
        try {
            return ledger.submit(Batch.of(Transaction.sign(ledger.id(), payload, key, clock.instant(), signer)));
        } catch (LedgerUnavailable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What came of it; nothing where it was answered already. */
    Optional<Item> end(Sent sent) {
        if (sent.outcome().isEmpty()) {
            return Optional.of(sent.item(
                    Result.NOT_VERIFIED,
                    sent.found() instanceof Verification.NotSettled not
                            ? not.reason()
                            : ((Verification.Unknown) sent.found()).message()));
        }
        try {
            Submission submission = Commits.answer(sent.outcome().get());
            if (submission instanceof Submission.Refused refused) {
                return ANSWERED.contains(refused.code())
                        ? Optional.empty()
                        : Optional.of(sent.item(Result.FAILED, refused.code() + ": " + refused.message()));
            }
            return Optional.of(stated(sent));
        } catch (LedgerUnavailable broke) {
            // said once however often it is sent, so the next round sends it again
            return Optional.of(sent.item(Result.FAILED, Commits.UNAVAILABLE + ": " + broke.getMessage()));
        }
    }

    private Item stated(Sent sent) {
        if (!(sent.found() instanceof Verification.Different different)) {
            return sent.item(Result.CO_SIGNED, engines(sent.record().settlement()));
        }
        boolean disputed = ledger.state(
                        StateKey.verification(sent.record().settlement().id(), sent.organisation()),
                        VerificationState.class)
                .filter(VerificationState::disputed)
                .isPresent();
        return sent.item(
                disputed ? Result.DISPUTED : Result.DIFFERENT,
                (different.first() + " " + engines(sent.record().settlement())).strip());
    }

    private static String engines(CommitSettlement settled) {
        String ours = SettlementEngine.version();
        return settled.engine().equals(ours) ? "" : "(engine " + settled.engine() + " settled, " + ours + " verified)";
    }
}
