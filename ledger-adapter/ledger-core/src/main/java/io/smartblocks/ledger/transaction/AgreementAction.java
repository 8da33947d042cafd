package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import java.time.LocalDate;
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
     * A text is proposed; another text under the same id and version voids all signatures. Where the terms say that it
     * stands in place of a version in force, it amends that one.
     *
     * @param agreement the agreement's id
     * @param version the version that the text's head states
     * @param title the title that the text's head states
     * @param text the canonical text
     * @param textHash SHA-256 of the text
     * @param compiledForm the compiled form, from which the agreement is settled
     * @param compiledHash SHA-256 of the compiled form
     * @param terms what the ledger must know of it
     * @param parties the organisation that stands behind each party's term
     */
    record ProposeAgreement(
            AgreementId agreement,
            String version,
            String title,
            String text,
            Hash textHash,
            String compiledForm,
            Hash compiledHash,
            LedgerTerms terms,
            Map<String, MemberId> parties)
            implements AgreementAction {
        public ProposeAgreement {
            parties = Collections.unmodifiableMap(new TreeMap<>(parties));
        }

        /** What a party signs of it. */
        public SignAgreement toSign() {
            return new SignAgreement(agreement, version, textHash, compiledHash, terms.hash());
        }
    }

    /** A party signs exactly the text, compiled form and terms with these hashes. */
    record SignAgreement(AgreementId agreement, String version, Hash textHash, Hash compiledHash, Hash termsHash)
            implements AgreementAction {}

    /** The agreement comes into force, all parties having signed; a version that it stands in place of ends. */
    record ActivateAgreement(AgreementId agreement, String version) implements AgreementAction {}

    /** A party takes the proposal back before it is in force. */
    record WithdrawAgreement(AgreementId agreement, String version, String reason) implements AgreementAction {}

    /** A party asks that nothing be settled for a while; so it is once all parties have asked. */
    record SuspendAgreement(AgreementId agreement, String version, String reason) implements AgreementAction {}

    /** A party asks that a suspended agreement go on; so it does once all parties have asked. */
    record ResumeAgreement(AgreementId agreement, String version, String reason) implements AgreementAction {}

    /**
     * A party ends the agreement early: under the clause that gives it the right, or, where none is named, together with
     * all others, once all parties have stated the same last day.
     *
     * @param agreement the agreement's id
     * @param version the version in force
     * @param lastDay the last local day in force
     * @param clause the clause that lets the party end it alone
     * @param reason why
     */
    record TerminateAgreement(
            AgreementId agreement, String version, LocalDate lastDay, Optional<String> clause, String reason)
            implements AgreementAction {}

    /** A party asks that a termination be void; so it is once all parties have asked. */
    record RevokeTermination(AgreementId agreement, String version, String reason) implements AgreementAction {}

    /** The last day has passed, and the agreement is closed. */
    record CloseAgreement(AgreementId agreement, String version) implements AgreementAction {}
}
