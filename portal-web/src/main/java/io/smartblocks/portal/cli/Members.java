package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import java.util.List;

/** Finds members for the commands that name them. */
final class Members {

    private Members() {}

    static Member required(MemberId member, StateView ledger) {
        return ledger.state(StateKey.member(member), MemberState.class)
                .map(MemberState::member)
                .orElseThrow(() -> new InputRefused(
                        "'%s' is no member of this ledger; 'smartblocks member list' shows who is.".formatted(member)));
    }

    /** All members in the order of their ids, applicants among them. */
    static List<Member> all(StateView ledger) {
        return ledger.states("member/").stream()
                .map(entry -> ((MemberState) entry.state()).member())
                .toList();
    }
}
