package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateOverlay;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.IndexAction;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.PredictionAction;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SiteAction;
import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what may stand on the ledger; the embedded ledger asks when it makes a block, Fabric when a peer endorses.
 *
 * <p>The same transactions on the same states give the same writes everywhere: nothing here reads a clock, a locale or an
 * unordered collection.
 */
public final class Families {

    private Families() {}

    /** Decides about a batch: every signature, the limits of the block, and each family in turn. */
    public static BatchDecision decide(
            List<Transaction> batch, StateView view, BlockLimits limits, CheckedSignatures signatures) {
        StateOverlay overlay = new StateOverlay(view);
        for (int place = 0; place < batch.size(); place++) {
            Decision decision = decide(batch.get(place), overlay, limits, signatures);
            if (decision instanceof Decision.Refused refused) {
                return new BatchDecision.Refused(refused.code(), place, refused.message());
            }
            overlay.write(((Decision.Applied) decision).changes().writes());
        }
        return new BatchDecision.Applied(overlay.writes());
    }

    /** The key that the transaction must be signed with; empty when its signer is not a member. */
    public static Optional<VerifyingKey> keyFor(Transaction transaction, StateView view) {
        Payload payload = transaction.body().payload();
        if (payload instanceof FoundLedger founding) {
            return Optional.of(founding.publicKey());
        }
        if (payload instanceof ApplyForMembership application) {
            return Optional.of(application.publicKey());
        }
        return signerOf(transaction, view).map(Member::publicKey);
    }

    /** Decides at the block's time about one transaction whose signature was checked already. */
    public static Decision apply(Transaction transaction, StateView view, Instant now) {
        return ofAnotherLedger(transaction, view).orElseGet(() -> applyHere(transaction, view, now));
    }

    private static Optional<Decision> ofAnotherLedger(Transaction transaction, StateView view) {
        LedgerId here = view.state(StateKey.ledger(), LedgerState.class)
                .map(LedgerState::id)
                .orElse(LedgerId.NONE);
        LedgerId named = transaction.body().ledger();
        boolean founding = transaction.body().payload() instanceof FoundLedger;
        LedgerId expected = founding ? LedgerId.NONE : here;
        if (named.equals(expected)) {
            return Optional.empty();
        }
        if (!founding && here.equals(LedgerId.NONE)) {
            return Optional.of(notFounded());
        }
        return Optional.of(Decision.refuse(
                RefusalCode.WRONG_LEDGER,
                "it is signed for the ledger " + named + "; expected " + expected
                        + (founding ? ", since the ledger to be founded has no id yet" : ", which is this one")));
    }

    private static Decision applyHere(Transaction transaction, StateView view, Instant now) {
        Payload payload = transaction.body().payload();
        if (payload instanceof FoundLedger founding) {
            return MemberFamily.found(founding, transaction, view, now);
        }
        if (payload instanceof ApplyForMembership application) {
            return Admission.applyFor(application, transaction.body().signer(), view, now);
        }
        Optional<Member> signer = signerOf(transaction, view);
        if (signer.isEmpty()) {
            return unknownSigner(transaction, view);
        }
        return notActive(signer.get(), view)
                .or(() -> keyExpired(signer.get(), now))
                .orElseGet(() -> decide(payload, new Request(transaction, signer.get(), view, now)));
    }

    private static Optional<Decision> notActive(Member signer, StateView view) {
        if (!signer.active()) {
            return notActive("member '" + signer.id() + "' is " + MemberFamily.inWords(signer));
        }
        return view.state(StateKey.member(signer.organisation()), MemberState.class)
                .map(MemberState::member)
                .filter(organisation -> !organisation.active())
                .flatMap(organisation -> notActive("member '" + signer.id() + "' acts for '" + organisation.id()
                        + "', which is " + MemberFamily.inWords(organisation)));
    }

    private static Optional<Decision> notActive(String who) {
        return Optional.of(Decision.refuse(RefusalCode.SIGNER_NOT_ACTIVE, who + "; only an active member may act"));
    }

    private static Optional<Decision> keyExpired(Member signer, Instant now) {
        return signer.keyExpired(now)
                ? Optional.of(Decision.refuse(
                        RefusalCode.KEY_EXPIRED,
                        "the key of member '" + signer.id() + "' expired at "
                                + signer.keyExpires().orElseThrow() + ", and the ledger's time is " + now
                                + "; the registrar replaces it"))
                : Optional.empty();
    }

    private static Decision decide(Payload payload, Request request) {
        if (payload instanceof MemberAction action) {
            return MemberFamily.decide(action, request);
        }
        if (payload instanceof SiteAction action) {
            return SiteFamily.decide(action, request);
        }
        if (payload instanceof MeterAction action) {
            return MeterFamily.decide(action, request);
        }
        if (payload instanceof PredictionAction action) {
            return PredictionFamily.decide(action, request);
        }
        if (payload instanceof IndexAction action) {
            return IndexFamily.decide(action, request);
        }
        if (payload instanceof AgreementAction action) {
            return AgreementFamily.decide(action, request);
        }
        if (payload instanceof StatementAction action) {
            return StatementFamily.decide(action, request);
        }
        return SettlementFamily.decide((SettlementAction) payload, request);
    }

    private static Decision decide(
            Transaction transaction, StateView view, BlockLimits limits, CheckedSignatures signatures) {
        Optional<VerifyingKey> key = keyFor(transaction, view);
        if (key.isEmpty()) {
            return unknownSigner(transaction, view);
        }
        if (!signatures.holds(transaction, key.get())) {
            return Decision.refuse(
                    RefusalCode.SIGNATURE_WRONG,
                    "the signature of transaction " + transaction.id() + " was not made with the key of member '"
                            + transaction.body().signer() + "'");
        }
        Decision decision = apply(transaction, view, limits.time());
        if (decision instanceof Decision.Refused) {
            return decision;
        }
        Optional<Decision.Refused> beyond = limits.against(transaction.body());
        return beyond.isPresent() ? beyond.get() : decision;
    }

    private static Optional<Member> signerOf(Transaction transaction, StateView view) {
        return view.state(StateKey.member(transaction.body().signer()), MemberState.class)
                .map(MemberState::member);
    }

    private static Decision unknownSigner(Transaction transaction, StateView view) {
        if (view.state(StateKey.ledger()).isEmpty()) {
            return notFounded();
        }
        return Decision.refuse(
                RefusalCode.SIGNER_UNKNOWN,
                "'" + transaction.body().signer() + "' is not a member of this ledger; it must be registered first");
    }

    private static Decision notFounded() {
        return Decision.refuse(
                RefusalCode.LEDGER_NOT_FOUNDED,
                "the ledger is empty; its first transaction must be a found-ledger that the registrar signs");
    }
}
