package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Active;
import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Ending;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.LedgerTerms.Replaces;
import java.util.List;
import java.util.Optional;

/** Brings a signed version into force: as the first of its agreement, or in place of the one before. */
final class Activation {

    private Activation() {}

    static Decision of(AgreementState state, Request request) {
        if (!request.maySign() && !request.has(Role.RUNTIME)) {
            return request.notAllowed("the role signatory or runtime");
        }
        if (!state.unsigned().isEmpty()) {
            return Decision.refuse(
                    RefusalCode.AGREEMENT_NOT_SIGNED,
                    AgreementWords.name(state) + " still lacks the signature of "
                            + AgreementWords.list(state.unsigned()));
        }
        Versions versions = Versions.of(state.proposal().agreement(), request.view());
        return Replacing.problem(state.proposal(), versions).orElseGet(() -> activate(state, versions, request));
    }

    private static Decision activate(AgreementState state, Versions versions, Request request) {
        Active active = new Active(
                state.proposal(),
                state.signatures(),
                request.signer().id(),
                request.now(),
                Optional.empty(),
                List.of());
        Optional<Replaces> place = state.proposal().terms().inPlaceOf();
        if (place.isEmpty()) {
            return AgreementWords.write(active);
        }
        Standing before = (Standing) versions.governing(place.get().version()).orElseThrow();
        Ended ended = new Ended(
                before.proposal(),
                before.signatures(),
                before.activatedBy(),
                before.activatedAt(),
                Ending.REPLACED,
                place.get().from().minusDays(1),
                request.signer().id(),
                request.now(),
                Optional.empty(),
                Optional.of(state.proposal().version()));
        return new Decision.Applied(new StateChanges(List.of(
                new StateEntry(AgreementWords.key(active), active), new StateEntry(AgreementWords.key(ended), ended))));
    }
}
