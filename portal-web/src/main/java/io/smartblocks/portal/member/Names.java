package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.Proposal;
import org.springframework.stereotype.Component;

/** How members are called. */
@Component
public class Names {

    private final ReadModel model;

    Names(ReadModel model) {
        this.model = model;
    }

    /** The name of a member; its id where the ledger does not know it. */
    public String of(MemberId member) {
        return model.members().member(member).map(Member::name).orElse(member.value());
    }

    /** The organisation that a member acts for; the member itself where the ledger does not know it. */
    public MemberId organisation(MemberId member) {
        return model.members().member(member).map(Member::organisation).orElse(member);
    }

    /** The names of the parties of one agreement, by the terms that its text uses. */
    public PartyNames parties(Proposal proposal) {
        return new PartyNames(this, proposal);
    }
}
