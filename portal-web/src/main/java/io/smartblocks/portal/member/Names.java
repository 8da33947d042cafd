package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** How members are called. */
@Component
public class Names {

    private static final Pattern QUOTED = Pattern.compile("'([a-z0-9][a-z0-9._-]{0,79})'");

    private final ReadModel model;

    Names(ReadModel model) {
        this.model = model;
    }

    /** The name of a member; its id where the ledger does not know it. */
    public String of(MemberId member) {
        return model.members().member(member).map(Member::name).orElse(member.value());
    }

    /** What an agreement is called; its id where the ledger does not know it. */
    public String of(AgreementId agreement) {
        return model.agreements().versions(agreement).stream()
                .findFirst()
                .map(newest -> newest.proposal().title())
                .orElse(agreement.value());
    }

    /** What the ledger says, which quotes ids, with the names of members in their place. */
    public String inWords(String said) {
        return QUOTED.matcher(said)
                .replaceAll(quoted -> Matcher.quoteReplacement(model.members()
                        .member(new MemberId(quoted.group(1)))
                        .map(member -> '“' + member.name() + '”')
                        .orElse(quoted.group())));
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
