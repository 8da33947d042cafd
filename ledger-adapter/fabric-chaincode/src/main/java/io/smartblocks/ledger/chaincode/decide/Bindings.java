package io.smartblocks.ledger.chaincode.decide;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.SignatureCheck;
import io.smartblocks.ledger.peer.Binding;
import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.peer.PeerLimits;
import io.smartblocks.ledger.peer.SignedBinding;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import java.util.Base64;
import java.util.Optional;

/**
 * Ties organisations to the membership providers of their peers. Both must say so: the organisation by its signature, the
 * provider by a client of it that brings the binding.
 */
final class Bindings {

    private final Peer peer;
    private final PeerStates states;
    private final Binding binding;

    private Bindings(Peer peer, Binding binding) {
        this.peer = peer;
        this.states = new PeerStates(peer);
        this.binding = binding;
    }

    /** The provider that an organisation is bound to. */
    static Optional<String> mspOf(MemberId organisation, Peer peer) {
        return standing(organisation, peer).map(SignedBinding::binding).map(Binding::msp);
    }

    private static Optional<SignedBinding> standing(MemberId organisation, Peer peer) {
        return peer.read(PeerKeys.binding(organisation))
                .map(text -> CanonicalJson.read(Texts.of(text), SignedBinding.class));
    }

    static Binding bind(Peer peer) {
        SignedBinding signed = Arguments.of(peer, 1, "the text of a signed binding")
                .as(0, text -> CanonicalJson.readCanonical(text, SignedBinding.class));
        new Bindings(peer, signed.binding()).check(signed.signature());
        String key = PeerKeys.binding(signed.binding().organisation());
        peer.write(key, CanonicalJson.bytes(signed));
        return signed.binding();
    }

    private void check(String signature) {
        need(
                peer.creatorMsp().equals(binding.msp()),
                "it is brought by a client of " + peer.creatorMsp() + "; expected one of " + binding.msp());
        LedgerId here = states.state(StateKey.ledger(), LedgerState.class)
                .map(LedgerState::id)
                .orElse(LedgerId.NONE);
        need(binding.ledger().equals(here), "it is for the ledger " + binding.ledger() + "; this one is " + here);
        Member organisation = active(binding.organisation());
        need(organisation.isOrganisation(), "'" + organisation.id() + "' is no organisation");
        Member signer = active(binding.signer());
        need(
                signer.organisation().equals(organisation.id())
                        && (signer.has(Role.SIGNATORY) || signer.isOrganisation()),
                "'" + signer.id() + "' signed it; expected '" + organisation.id() + "' or one of its signatories");
        need(
                !signer.keyExpired(peer.time()),
                "the key of '" + signer.id() + "' has expired by " + peer.time() + "; the registrar replaces it");
        need(isSigned(signer, signature), "its signature was not made with the key of '" + signer.id() + "'");
        need(
                !binding.statedAt().isAfter(peer.time().plus(PeerLimits.CLOCK_TOLERANCE)),
                "it is signed as of " + binding.statedAt() + ", but the ledger's time is " + peer.time());
        standing(organisation.id(), peer).map(SignedBinding::binding).ifPresent(this::checkIsNewer);
    }

    private void checkIsNewer(Binding before) {
        need(
                binding.statedAt().isAfter(before.statedAt()),
                "it is signed as of " + binding.statedAt() + ", but one as of " + before.statedAt()
                        + " stands already");
    }

    private Member active(MemberId id) {
        Optional<Member> member =
                states.state(StateKey.member(id), MemberState.class).map(MemberState::member);
        need(member.filter(Member::active).isPresent(), "'" + id + "' is no active member of this ledger");
        return member.orElseThrow();
    }

    private boolean isSigned(Member signer, String signature) {
        try {
            return SignatureCheck.holds(
                    signer.publicKey(),
                    binding.hash().bytes(),
                    Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private void need(boolean holds, String otherwise) {
        if (!holds) {
            throw new CallRefused(
                    "'" + binding.organisation() + "' is not bound to " + binding.msp() + ": " + otherwise);
        }
    }
}
