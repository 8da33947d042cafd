package io.smartblocks.portal.demo;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SignAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.ProposalOf;
import java.util.Map;
import java.util.TreeMap;

/**
 * An agreement of the demo site with those who sign it.
 *
 * @param drawnUpBy who proposes it and signs first, for the party that the text calls so
 * @param others who else signs, by what the text calls their parties
 */
record DemoDeal(
        DemoLedger ledger, AgreementId id, String drawer, DemoMember drawnUpBy, Map<String, DemoMember> others) {

    /** Proposes a version, has everybody sign it and puts it in force, where it is not. */
    void conclude(String version, String text) {
        if (ledger.states()
                .state(StateKey.agreement(id, version))
                .filter(AgreementState.Governing.class::isInstance)
                .isPresent()) {
            return;
        }
        SignAgreement signature = proposed(version, text);
        new TreeMap<>(others).values().forEach(signatory -> sign(signatory, signature));
        ledger.state(drawnUpBy, id + "/" + version + "/activate", new ActivateAgreement(id, version));
    }

    /** Proposes a version and signs it, where nobody has; the others are left to it. */
    void propose(String version, String text) {
        if (ledger.states().state(StateKey.agreement(id, version)).isEmpty()) {
            proposed(version, text);
        }
    }

    /** The first signature under a version that is proposed. */
    private SignAgreement proposed(String version, String text) {
        Agreement agreement = AgreementCompiler.compile(new SourceText(id.value(), text))
                .agreement()
                .orElseThrow();
        ProposeAgreement proposal = ProposalOf.text(id, text, agreement, parties());
        ledger.state(drawnUpBy, id + "/" + version + "/propose", proposal);
        sign(drawnUpBy, proposal.toSign());
        return proposal.toSign();
    }

    private void sign(DemoMember signatory, SignAgreement signature) {
        ledger.state(signatory, id + "/" + signature.version() + "/sign", signature);
    }

    private Map<String, MemberId> parties() {
        Map<String, MemberId> parties = new TreeMap<>();
        parties.put(drawer, drawnUpBy.organisation());
        others.forEach((term, signatory) -> parties.put(term, signatory.organisation()));
        return parties;
    }
}
