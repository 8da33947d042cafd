package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Actions of the family {@code agreement}. */
public sealed interface AgreementAction extends Payload {

    @Override
    default String family() {
        return "agreement";
    }

    /** The agreement's id. */
    AgreementId agreement();

    /** The version of its text. */
    String version();

    /**
     * A text is proposed; another text under the same id and version voids all signatures.
     *
     * @param agreement the agreement's id
     * @param version the version that the text's head states
     * @param title the title that the text's head states
     * @param text the canonical text
     * @param textHash SHA-256 of the text
     * @param compiledHash SHA-256 of its compiled form
     * @param parties the organisation that stands behind each party's term
     * @param compiledForm the compiled form itself, from which the agreement is settled; older proposals have none
     */
    record ProposeAgreement(
            AgreementId agreement,
            String version,
            String title,
            String text,
            Hash textHash,
            Hash compiledHash,
            Map<String, MemberId> parties,
            Optional<String> compiledForm)
            implements AgreementAction {
        public ProposeAgreement {
            parties = Collections.unmodifiableMap(new TreeMap<>(parties));
        }

        /** A proposal whose text is compiled again whenever it is settled, as all were once. */
        public ProposeAgreement(
                AgreementId agreement,
                String version,
                String title,
                String text,
                Hash textHash,
                Hash compiledHash,
                Map<String, MemberId> parties) {
            this(agreement, version, title, text, textHash, compiledHash, parties, Optional.empty());
        }
    }

    /** A party signs exactly the text and compiled form with these hashes. */
    record SignAgreement(AgreementId agreement, String version, Hash textHash, Hash compiledHash)
            implements AgreementAction {}

    /** The agreement comes into force, all parties having signed. */
    record ActivateAgreement(AgreementId agreement, String version) implements AgreementAction {}

    /** A party takes the proposal back before it is in force. */
    record WithdrawAgreement(AgreementId agreement, String version, String reason) implements AgreementAction {}
}
