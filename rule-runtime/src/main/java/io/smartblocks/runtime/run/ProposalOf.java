package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import java.util.Map;

/** Makes the proposal of a text: with its compiled form, what the ledger must know of it, and all their hashes. */
public final class ProposalOf {

    private ProposalOf() {}

    /**
     * The proposal of a complete text.
     *
     * @param text the text that is signed
     * @param agreement what the text compiles to
     * @param parties the organisation behind each party's term
     */
    public static ProposeAgreement text(
            AgreementId id, String text, Agreement agreement, Map<String, MemberId> parties) {
        CompiledForm form = CompiledForm.of(agreement);
        return new ProposeAgreement(
                id,
                agreement.head().version(),
                agreement.head().title(),
                text,
                Hash.of(text),
                form.json(),
                new Hash(form.sha256()),
                TermsOnLedger.of(agreement),
                parties);
    }
}
