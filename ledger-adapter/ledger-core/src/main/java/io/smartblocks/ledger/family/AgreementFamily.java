package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Proposed;
import io.smartblocks.ledger.state.AgreementState.Signed;
import io.smartblocks.ledger.state.AgreementState.Withdrawn;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SignAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.WithdrawAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The life of an agreement until it is in force: proposed, signed by every party, activated, or withdrawn before that. */
final class AgreementFamily {

    private AgreementFamily() {}

    static Decision decide(AgreementAction action, Request request) {
        Optional<AgreementState> standing = AgreementWords.standing(action.agreement(), action.version(), request);
        if (action instanceof ProposeAgreement proposal) {
            return ProposalCheck.of(proposal, standing, request).orElseGet(() -> propose(proposal, request));
        }
        if (standing.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.AGREEMENT_UNKNOWN, "there is no " + AgreementWords.name(action) + " on this ledger");
        }
        AgreementState state = standing.get();
        return AgreementWords.notOfAParty(state.proposal(), request).orElseGet(() -> decide(action, state, request));
    }

    private static Decision decide(AgreementAction action, AgreementState state, Request request) {
        if (action instanceof SignAgreement signature) {
            return AgreementWords.notOpen(state).orElseGet(() -> sign(signature, state, request));
        }
        if (action instanceof ActivateAgreement) {
            return AgreementWords.notOpen(state).orElseGet(() -> Activation.of(state, request));
        }
        if (action instanceof WithdrawAgreement withdrawal) {
            return AgreementWords.notOpen(state).orElseGet(() -> withdraw(withdrawal, state, request));
        }
        return AgreementLife.decide(action, state, request);
    }

    private static Decision propose(ProposeAgreement proposal, Request request) {
        Proposed proposed = new Proposed(ProposalCheck.proposed(proposal, request));
        List<StateEntry> writes = new ArrayList<>();
        writes.add(new StateEntry(StateKey.agreement(proposal.agreement(), proposal.version()), proposed));
        for (String document : List.of(proposal.text(), proposal.compiledForm())) {
            StateKey key = StateKey.document(Hash.of(document));
            if (request.view().state(key).isEmpty()) {
                writes.add(new StateEntry(key, new DocumentState(document)));
            }
        }
        return new Decision.Applied(new StateChanges(writes));
    }

    private static Decision sign(SignAgreement signature, AgreementState state, Request request) {
        if (!request.maySign()) {
            return request.notAllowed("the role signatory");
        }
        SignAgreement stands = state.proposal().toSign();
        return changed("text", signature.textHash(), stands.textHash(), state)
                .or(() -> changed("compiled form", signature.compiledHash(), stands.compiledHash(), state))
                .or(() -> changed("terms", signature.termsHash(), stands.termsHash(), state))
                .or(() -> signedBefore(state, request))
                .orElseGet(() -> signed(state, request));
    }

    private static Optional<Decision> signedBefore(AgreementState state, Request request) {
        MemberId organisation = request.organisation();
        return state.signatures().stream()
                .filter(earlier -> earlier.organisation().equals(organisation))
                .findFirst()
                .map(earlier -> Decision.refuse(
                        RefusalCode.ALREADY_SIGNED,
                        "'" + earlier.signer() + "' signed " + AgreementWords.name(state) + " for '" + organisation
                                + "' already"));
    }

    private static Decision signed(AgreementState state, Request request) {
        List<PartySignature> signatures = new ArrayList<>(state.signatures());
        signatures.add(request.signature());
        return AgreementWords.write(new Signed(state.proposal(), signatures));
    }

    private static Optional<Decision> changed(String what, Hash signed, Hash proposed, AgreementState state) {
        if (signed.equals(proposed)) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.AGREEMENT_CHANGED,
                "the signature is for the " + what + " with hash " + signed + ", but " + AgreementWords.name(state)
                        + " now stands with " + proposed
                        + "; it was changed since, all signatures are void: read it again and sign what stands"));
    }

    private static Decision withdraw(WithdrawAgreement withdrawal, AgreementState state, Request request) {
        if (!request.maySign() && !request.has(Role.ESCO)) {
            return request.notAllowed("the role signatory or esco");
        }
        return Texts.problemWithParagraph("the reason of the withdrawal", withdrawal.reason())
                .orElseGet(() -> AgreementWords.write(new Withdrawn(
                        state.proposal(), state.signatures(), request.signer().id(), withdrawal.reason())));
    }
}
