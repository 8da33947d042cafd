package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.Member.Status;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.ApproveMember;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RejectApplication;
import java.time.Instant;
import java.util.Optional;

/** How one becomes a member: by an application that the registrar decides about, or by its registration. */
final class Admission {

    private Admission() {}

    static Decision applyFor(ApplyForMembership application, MemberId signer, StateView view, Instant now) {
        if (view.state(StateKey.ledger()).isEmpty()) {
            return Decision.refuse(
                    RefusalCode.LEDGER_NOT_FOUNDED,
                    "the ledger is empty; its first transaction must be a found-ledger that the registrar signs");
        }
        if (!signer.equals(application.member())) {
            return Decision.refuse(
                    RefusalCode.NOT_ALLOWED,
                    "'" + signer + "' cannot apply for '" + application.member() + "'; an applicant signs by itself");
        }
        Member applicant = new Member(
                application.member(),
                application.name(),
                application.organisation(),
                application.roles(),
                application.publicKey(),
                Status.APPLIED,
                application.keyExpires());
        return admit(applicant, view, now);
    }

    static Decision register(RegisterMember registration, Request request) {
        Member member = new Member(
                registration.member(),
                registration.name(),
                registration.organisation(),
                registration.roles(),
                registration.publicKey(),
                Status.ACTIVE,
                registration.keyExpires());
        return admit(member, request.view(), request.now());
    }

    static Decision approve(ApproveMember approval, Member member, Request request) {
        if (member.status() != Status.APPLIED) {
            return notWaiting(member);
        }
        return withoutOrganisation(member, request.view())
                .orElseGet(
                        () -> MemberFamily.write(member.with(approval.roles()).in(Status.ACTIVE)));
    }

    static Decision reject(RejectApplication rejection, Member member) {
        if (member.status() != Status.APPLIED) {
            return notWaiting(member);
        }
        return Texts.problemWithReason("a rejection", rejection.reason())
                .orElseGet(() -> MemberFamily.write(member.in(Status.REJECTED)));
    }

    private static Decision admit(Member member, StateView view, Instant now) {
        Optional<Member> standing =
                view.state(StateKey.member(member.id()), MemberState.class).map(MemberState::member);
        if (standing.filter(there -> there.status() != Status.REJECTED).isPresent()) {
            return Decision.refuse(
                    RefusalCode.MEMBER_EXISTS, "member '" + member.id() + "' stands on the ledger already");
        }
        return withoutOrganisation(member, view)
                .or(() -> Texts.problemWith("the name", member.name()))
                .or(() -> Keys.problemWith(member.publicKey(), member.keyExpires(), now))
                .orElseGet(() -> MemberFamily.write(member));
    }

    private static Optional<Decision> withoutOrganisation(Member member, StateView view) {
        boolean acts = member.isOrganisation()
                || view.state(StateKey.member(member.organisation()), MemberState.class)
                        .map(MemberState::member)
                        .filter(organisation -> organisation.active() && organisation.isOrganisation())
                        .isPresent();
        return acts
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        RefusalCode.MEMBER_UNKNOWN,
                        "'" + member.id() + "' is to act for '" + member.organisation()
                                + "', which is not an active organisation of this ledger;"
                                + " register the organisation first"));
    }

    private static Decision notWaiting(Member member) {
        return Decision.refuse(RefusalCode.NOTHING_CHANGES, "member '" + member.id() + "' does not wait for approval");
    }
}
