package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Confirmation;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.MemberKeys;
import io.smartblocks.portal.member.Submitting;
import io.smartblocks.runtime.run.ProposedForm;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Signs an agreement for the reader's organisation; the last signature brings it into force. */
@Component
class Signing {

    /** What came of it. */
    sealed interface Result {
        /** Signed, and active if it was the last signature. */
        record Signed(String transaction, boolean active) implements Result {}

        /** Nothing was signed; the key names the message that says why. */
        record Refused(String key, String detail) implements Result {}

        /** Nothing was signed, because the password was not confirmed. */
        record Unconfirmed(Confirmation.Answer.Refused answer) implements Result {}
    }

    private final Confirmation confirmation;
    private final Access access;
    private final MemberKeys keys;
    private final Submitting submitting;

    Signing(Confirmation confirmation, Access access, MemberKeys keys, Submitting submitting) {
        this.confirmation = confirmation;
        this.access = access;
        this.keys = keys;
        this.submitting = submitting;
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

    /** Signs exactly the text with this hash, once the password has been confirmed. */
    Result sign(Account reader, AgreementRecord agreement, String textHash, String password) {
        if (confirmation.of(reader, password) instanceof Confirmation.Answer.Refused refused) {
            return new Result.Unconfirmed(refused);
        }
        Proposal proposal = agreement.proposal();
        if (!proposal.textHash().value().equals(textHash) || !waitsFor(reader, agreement)) {
            return new Result.Refused("sign.changed", "");
        }
        return ProposedForm.objection(proposal, access.text(proposal))
                .<Result>map(why -> new Result.Refused("sign.refused", why))
                .orElseGet(() -> signWithKey(reader, proposal, isLast(agreement.state()), password));
    }

    private Result signWithKey(Account reader, Proposal proposal, boolean last, String password) {
        try {
            return reader.member()
                    .map(MemberId::new)
                    .flatMap(member -> keys.open(member, password))
                    .map(signer -> submit(signer, proposal, last))
                    .orElseGet(() ->
                            new Result.Refused("sign.nokey", reader.member().orElse(reader.name())));
        } catch (KeyFileProblem e) {
            return new Result.Refused("sign.key", e.getMessage());
        } catch (LedgerUnavailable e) {
            return new Result.Refused(e.outcomeUnknown() ? "sign.unknown" : "sign.unavailable", e.getMessage());
        }
    }

    /** Whether one signature is all that is missing. */
    static boolean isLast(AgreementState state) {
        Set<MemberId> unsigned = state.unsigned();
        return unsigned.size() == 1;
    }

    private Result submit(Signer signer, Proposal proposal, boolean last) {
        Payload signature = proposal.toSign();
        Payload activation = new ActivateAgreement(proposal.agreement(), proposal.version());
        Submission submission = submitting.submit(signer, last ? List.of(signature, activation) : List.of(signature));
        return submission instanceof Submission.Committed committed
                ? new Result.Signed(committed.transactions().get(0).toString(), last)
                : new Result.Refused("sign.refused", ((Submission.Refused) submission).message());
    }
}
