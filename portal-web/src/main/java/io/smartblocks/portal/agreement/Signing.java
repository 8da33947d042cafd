package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.run.ProposedForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Signs an agreement for the reader's organisation; the last signature brings it into force. */
@Component
class Signing {

    /** What came of it. */
    sealed interface Result {
        /** Signed, and active if it was the last signature. */
        record Signed(String transaction, boolean active) implements Result {}

        /** Nothing was signed, and why. */
        record Refused(String message) implements Result {}

        /** Nothing was signed, because the password was not confirmed. */
        record Unconfirmed(String message) implements Result {}
    }

    private final Acting acting;
    private final Access access;
    private final Words say;

    Signing(Acting acting, Access access, Words say) {
        this.acting = acting;
        this.access = access;
        this.say = say;
    }

    /** Whether this reader could sign the agreement now. */
    boolean waitsFor(Account reader, AgreementRecord agreement) {
        return reader.role().signs()
                && reader.member().isPresent()
                && Newest.isOpen(agreement.state())
                && access.organisation(reader)
                        .map(agreement.state().unsigned()::contains)
                        .orElse(false);
    }

    /** What keeps this reader from signing anything now. */
    Optional<String> hindrance(Account reader) {
        return acting.hindrance(reader);
    }

    /** Signs exactly the text with this hash, once the password has been confirmed. */
    Result sign(Account reader, AgreementRecord agreement, String textHash, String password, String once) {
        Optional<String> unconfirmed = acting.unconfirmed(reader, password);
        if (unconfirmed.isPresent()) {
            return new Result.Unconfirmed(unconfirmed.get());
        }
        Proposal proposal = agreement.proposal();
        Optional<PartySignature> given = given(reader, agreement, textHash);
        if (given.isPresent()) {
            return new Result.Signed(
                    given.get().transaction().toString(), agreement.state() instanceof AgreementState.Governing);
        }
        if (!proposal.textHash().value().equals(textHash) || !waitsFor(reader, agreement)) {
            return new Result.Refused(say.message("sign.changed"));
        }
        return ProposedForm.objection(proposal, access.text(proposal))
                .<Result>map(why -> new Result.Refused(say.message("act.refused", why)))
                .orElseGet(() -> signWithKey(reader, agreement, password, once));
    }

    /** The reader's own signature under this text, where the form was sent twice. */
    private static Optional<PartySignature> given(Account reader, AgreementRecord agreement, String textHash) {
        return agreement.state().signatures().stream()
                .filter(signature ->
                        reader.member().equals(Optional.of(signature.signer().value())))
                .filter(signature -> agreement.proposal().textHash().value().equals(textHash))
                .findFirst();
    }

    private Result signWithKey(Account reader, AgreementRecord agreement, String password, String once) {
        Proposal proposal = agreement.proposal();
        boolean last = isLast(agreement.state());
        Payload signature = proposal.toSign();
        Payload activation = new ActivateAgreement(proposal.agreement(), proposal.version());
        Acting.Outcome outcome =
                acting.actConfirmed(reader, password, once, last ? List.of(signature, activation) : List.of(signature));
        return outcome instanceof Acting.Outcome.Done done
                ? new Result.Signed(done.transaction(), last)
                : new Result.Refused(((Acting.Outcome.Refused) outcome).message());
    }

    /** Whether one signature is all that is missing. */
    static boolean isLast(AgreementState state) {
        Set<MemberId> unsigned = state.unsigned();
        return unsigned.size() == 1;
    }
}
