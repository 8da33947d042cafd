package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Active;
import io.smartblocks.ledger.state.AgreementState.Proposed;
import io.smartblocks.ledger.state.AgreementState.Signed;
import io.smartblocks.ledger.state.AgreementState.Withdrawn;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.state.Proposal;
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

/** The life of an agreement: proposed, signed by every party, in force, or withdrawn before that. */
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
        return AgreementWords.notOfAParty(state.proposal(), request)
                .or(() -> AgreementWords.notOpen(state))
                .orElseGet(() -> decide(action, state, request));
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

    private static Decision decide(AgreementAction action, AgreementState state, Request request) {
        if (action instanceof SignAgreement signature) {
            return sign(signature, state, request);
        }
        if (action instanceof ActivateAgreement) {
            return activate(state, request);
        }
        return withdraw((WithdrawAgreement) action, state, request);
    }

    private static Decision sign(SignAgreement signature, AgreementState state, Request request) {
        if (!request.maySign()) {
            return request.notAllowed("the role signatory");
        }
        Optional<Decision> changed = changed(
                        "text", signature.textHash(), state.proposal().textHash(), state)
                .or(() -> changed(
                        "compiled form",
                        signature.compiledHash(),
                        state.proposal().compiledHash(),
                        state));
        changed = changed.or(() ->
                changed("terms", signature.termsHash(), state.proposal().terms().hash(), state));
        if (changed.isPresent()) {
            return changed.get();
        }
        MemberId organisation = request.organisation();
        for (PartySignature earlier : state.signatures()) {
            if (earlier.organisation().equals(organisation)) {
                return Decision.refuse(
                        RefusalCode.ALREADY_SIGNED,
                        "'" + earlier.signer() + "' signed " + AgreementWords.name(state) + " for '" + organisation
                                + "' already");
            }
        }
        List<PartySignature> signatures = new ArrayList<>(state.signatures());
        signatures.add(new PartySignature(
                organisation,
                request.signer().id(),
                request.transaction().body().statedAt(),
                request.transaction().id()));
        return write(new Signed(state.proposal(), signatures));
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

    private static Decision activate(AgreementState state, Request request) {
        if (!request.maySign() && !request.has(Role.RUNTIME)) {
            return request.notAllowed("the role signatory or runtime");
        }
        if (!state.unsigned().isEmpty()) {
            return Decision.refuse(
                    RefusalCode.AGREEMENT_NOT_SIGNED,
                    AgreementWords.name(state) + " still lacks the signature of "
                            + AgreementWords.list(state.unsigned()));
        }
        Proposal proposal = state.proposal();
        for (StateEntry entry : request.view().states("agreement/" + proposal.agreement() + "/")) {
            if (entry.state() instanceof Active other) {
                return Decision.refuse(
                        RefusalCode.AGREEMENT_ACTIVE,
                        AgreementWords.name(other) + " is in force; two versions cannot be in force at once");
            }
        }
        return write(new Active(
                proposal,
                state.signatures(),
                request.signer().id(),
                request.transaction().body().statedAt(),
                Optional.empty(),
                List.of()));
    }

    private static Decision withdraw(WithdrawAgreement withdrawal, AgreementState state, Request request) {
        if (!request.maySign() && !request.has(Role.ESCO)) {
            return request.notAllowed("the role signatory or esco");
        }
        return Texts.problemWithParagraph("the reason of the withdrawal", withdrawal.reason())
                .orElseGet(() -> write(new Withdrawn(
                        state.proposal(), state.signatures(), request.signer().id(), withdrawal.reason())));
    }

    private static Decision write(AgreementState state) {
        Proposal proposal = state.proposal();
        return Decision.write(StateKey.agreement(proposal.agreement(), proposal.version()), state);
    }
}
