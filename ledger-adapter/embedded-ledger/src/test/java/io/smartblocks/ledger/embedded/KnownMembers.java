package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.Member.Status;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.ApproveMember;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.MemberAction.ReadmitMember;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RejectApplication;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Who is a member, with which key and roles; followed from what was asked for, not from what the families wrote. */
final class KnownMembers {

    private final Map<MemberId, Member> members = new TreeMap<>();

    Optional<Member> of(MemberId member) {
        return Optional.ofNullable(members.get(member));
    }

    /** The member if it, its organisation and its key let it act at the time. */
    Optional<Member> acting(MemberId id, Instant now) {
        return of(id).filter(Member::active)
                .filter(member ->
                        of(member.organisation()).filter(Member::active).isPresent())
                .filter(member ->
                        member.keyExpires().filter(end -> !now.isBefore(end)).isEmpty());
    }

    /** Takes in what happened. */
    void takeIn(MemberAction action) {
        if (action instanceof FoundLedger founding) {
            admit(new Member(
                    founding.registrar(),
                    founding.name(),
                    founding.registrar(),
                    Set.of(Role.REGISTRAR),
                    founding.publicKey(),
                    Status.ACTIVE));
        } else if (action instanceof ApplyForMembership asked) {
            admit(new Member(
                    asked.member(),
                    asked.name(),
                    asked.organisation(),
                    asked.roles(),
                    asked.publicKey(),
                    Status.APPLIED,
                    asked.keyExpires()));
        } else if (action instanceof RegisterMember registered) {
            admit(new Member(
                    registered.member(),
                    registered.name(),
                    registered.organisation(),
                    registered.roles(),
                    registered.publicKey(),
                    Status.ACTIVE,
                    registered.keyExpires()));
        } else {
            changed(action);
        }
    }

    private void changed(MemberAction action) {
        if (action instanceof ApproveMember approval) {
            change(approval.member(), member -> member.with(approval.roles()).in(Status.ACTIVE));
        } else if (action instanceof RejectApplication rejection) {
            change(rejection.member(), member -> member.in(Status.REJECTED));
        } else if (action instanceof GrantRoles grant) {
            change(grant.member(), member -> member.with(grant.roles()));
        } else if (action instanceof SuspendMember suspension) {
            change(suspension.member(), member -> member.in(Status.SUSPENDED));
        } else if (action instanceof ReadmitMember readmission) {
            change(readmission.member(), member -> member.in(Status.ACTIVE));
        } else if (action instanceof RotateKey rotation) {
            change(rotation.member(), member -> member.with(rotation.newKey(), rotation.keyExpires()));
        }
    }

    private void admit(Member member) {
        members.put(member.id(), member);
    }

    private void change(MemberId id, UnaryOperator<Member> how) {
        members.computeIfPresent(id, (same, member) -> how.apply(member));
    }
}
