package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateEntry;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps a ledger from losing the last member that can admit others or replace their keys. */
final class Registrars {

    private Registrars() {}

    /** A refusal when nobody would be a registrar for good once the member stands so. */
    static Optional<Decision> lostWith(Member changed, Request request) {
        if (!request.member(changed.id()).map(Registrars::matters).orElse(false)) {
            return Optional.empty();
        }
        Map<MemberId, Member> members = new TreeMap<>();
        for (StateEntry entry : request.view().states("member/")) {
            Member member = ((MemberState) entry.state()).member();
            members.put(member.id(), member);
        }
        members.put(changed.id(), changed);
        return members.values().stream().anyMatch(member -> lasting(member, members))
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        RefusalCode.LAST_REGISTRAR,
                        "after that no active member would have the role registrar and a key without expiry, and"
                                + " nobody could admit members or replace keys; register another registrar first"));
    }

    // suspending an organisation stops its people, among whom may be the last registrar
    private static boolean matters(Member member) {
        return member.has(Role.REGISTRAR) || member.isOrganisation();
    }

    private static boolean lasting(Member member, Map<MemberId, Member> members) {
        return member.has(Role.REGISTRAR)
                && member.active()
                && member.keyExpires().isEmpty()
                && members.get(member.organisation()).active();
    }
}
