package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Instant;
import java.util.Optional;

/**
 * A transaction with the active member that signed it, and what stands on the ledger.
 *
 * @param now the time of the block that is being made; families know no other clock
 */
record Request(Transaction transaction, Member signer, StateView view, Instant now) {

    MemberId organisation() {
        return signer.organisation();
    }

    boolean has(Role role) {
        return signer.has(role);
    }

    /** Whether the signer has the role and acts for the organisation. */
    boolean actsFor(MemberId organisation, Role role) {
        return has(role) && organisation().equals(organisation);
    }

    /** Whether the signer may bind its organisation: as its signatory, or with the organisation's own key. */
    boolean maySign() {
        return has(Role.SIGNATORY) || signer.isOrganisation();
    }

    /** This transaction as the signature of a party. */
    PartySignature signature() {
        return new PartySignature(
                organisation(), signer.id(), transaction.body().statedAt(), transaction.id());
    }

    Optional<Member> member(MemberId id) {
        return view.state(StateKey.member(id), MemberState.class).map(MemberState::member);
    }

    /** Whether the id is that of an admitted organisation. */
    boolean isActiveOrganisation(MemberId id) {
        return member(id).filter(Member::active).filter(Member::isOrganisation).isPresent();
    }

    /** Who signed, in the words of a refusal. */
    String signerInWords() {
        String roles = signer.roles().isEmpty()
                ? "no role"
                : String.join(", ", signer.roles().stream().map(Role::code).toList());
        return "'" + signer.id() + "' acts for '" + organisation() + "' and has " + roles;
    }

    Decision notAllowed(String needed) {
        return Decision.refuse(RefusalCode.NOT_ALLOWED, signerInWords() + "; needed is " + needed);
    }
}
