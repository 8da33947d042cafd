package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.agreement.WaitingElse;
import io.smartblocks.portal.agreement.WaitingThing;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Applications for membership, which wait for a registrar. */
@Component
class ApplicationsWaiting implements WaitingElse {

    private final ReadModel read;
    private final Names names;
    private final Words say;

    ApplicationsWaiting(ReadModel read, Names names, Words say) {
        this.read = read;
        this.names = names;
        this.say = say;
    }

    @Override
    public boolean decides(Account reader) {
        return Acting.mayAct(reader)
                && reader.member()
                        .map(MemberId::new)
                        .flatMap(read.members()::member)
                        .filter(member -> member.active() && member.has(Role.REGISTRAR))
                        .isPresent();
    }

    @Override
    public Optional<WaitingThing> thing(State state) {
        return Optional.of(state)
                .filter(MemberState.class::isInstance)
                .map(applied -> thing(((MemberState) applied).member()));
    }

    private WaitingThing thing(Member applicant) {
        return new WaitingThing(
                "user",
                say.message("waiting.apply", applicant.name()),
                applicant.isOrganisation()
                        ? say.message("waiting.apply.itself", MemberRow.roles(applicant, say))
                        : say.message(
                                "waiting.apply.for",
                                names.of(applicant.organisation()),
                                MemberRow.roles(applicant, say)),
                "/members/" + applicant.id(),
                say.message("waiting.apply.read"));
    }
}
