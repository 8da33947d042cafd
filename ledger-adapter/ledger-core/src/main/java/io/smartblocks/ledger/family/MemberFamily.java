package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.Member.Status;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.ApproveMember;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who belongs to the ledger: the registrar founds it and admits the others. */
final class MemberFamily {

    private MemberFamily() {}

    static Decision found(FoundLedger founding, Transaction transaction, StateView view) {
        MemberId signer = transaction.body().signer();
        Optional<LedgerState> founded = view.state(StateKey.ledger(), LedgerState.class);
        if (founded.isPresent()) {
            return Decision.refuse(
                    RefusalCode.LEDGER_FOUNDED_ALREADY,
                    "the ledger was founded as '" + founded.get().name() + "' by '"
                            + founded.get().founder() + "'");
        }
        if (!signer.equals(founding.registrar())) {
            return Decision.refuse(
                    RefusalCode.NOT_ALLOWED,
                    "'" + signer + "' cannot found the ledger for '" + founding.registrar()
                            + "'; the registrar signs by itself");
        }
        return Texts.problemWith("the ledger's name", founding.ledger())
                .or(() -> Texts.problemWith("the name", founding.name()))
                .or(() -> problemWith(founding.publicKey()))
                .orElseGet(() -> founded(founding, LedgerId.of(transaction)));
    }

    private static Decision founded(FoundLedger founding, LedgerId id) {
        Member registrar = new Member(
                founding.registrar(),
                founding.name(),
                founding.registrar(),
                Set.of(Role.REGISTRAR),
                founding.publicKey(),
                Status.ACTIVE);
        return new Decision.Applied(new StateChanges(List.of(
                new StateEntry(StateKey.ledger(), new LedgerState(id, founding.ledger(), founding.registrar())),
                new StateEntry(StateKey.member(registrar.id()), new MemberState(registrar)))));
    }

    static Decision applyFor(ApplyForMembership application, MemberId signer, StateView view) {
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
                Status.APPLIED);
        return admit(applicant, view);
    }

    static Decision decide(MemberAction action, Request request) {
        if (action instanceof RotateKey rotation) {
            return rotate(rotation, request);
        }
        if (!request.has(Role.REGISTRAR)) {
            return request.notAllowed("the role registrar");
        }
        if (action instanceof RegisterMember registration) {
            return register(registration, request);
        }
        if (action instanceof ApproveMember approval) {
            return approve(approval, request);
        }
        if (action instanceof GrantRoles grant) {
            return grant(grant, request);
        }
        return suspend((SuspendMember) action, request);
    }

    private static Decision register(RegisterMember registration, Request request) {
        Member member = new Member(
                registration.member(),
                registration.name(),
                registration.organisation(),
                registration.roles(),
                registration.publicKey(),
                Status.ACTIVE);
        return admit(member, request.view());
    }

    private static Decision admit(Member member, StateView view) {
        if (view.state(StateKey.member(member.id())).isPresent()) {
            return Decision.refuse(
                    RefusalCode.MEMBER_EXISTS, "member '" + member.id() + "' stands on the ledger already");
        }
        if (!member.isOrganisation() && !isActiveOrganisation(member.organisation(), view)) {
            return Decision.refuse(
                    RefusalCode.MEMBER_UNKNOWN,
                    "'" + member.id() + "' is to act for '" + member.organisation()
                            + "', which is not an active organisation of this ledger; register the organisation first");
        }
        return Texts.problemWith("the name", member.name())
                .or(() -> problemWith(member.publicKey()))
                .orElseGet(() -> write(member));
    }

    private static Optional<Decision> problemWith(VerifyingKey key) {
        if (key.hasPrivateHalf()) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.INVALID_CONTENT,
                "the key '" + key + "' is none that a private key belongs to; make a new one"));
    }

    private static Decision approve(ApproveMember approval, Request request) {
        return request.member(approval.member())
                .map(member -> member.status() == Status.APPLIED
                        ? write(changed(member, approval.roles(), Status.ACTIVE))
                        : Decision.refuse(
                                RefusalCode.NOTHING_CHANGES, "member '" + member.id() + "' does not wait for approval"))
                .orElseGet(() -> unknown(approval.member()));
    }

    private static Decision grant(GrantRoles grant, Request request) {
        if (grant.member().equals(request.signer().id()) && !grant.roles().contains(Role.REGISTRAR)) {
            return Decision.refuse(RefusalCode.NOT_ALLOWED, "a registrar cannot take the role registrar from itself");
        }
        return request.member(grant.member())
                .map(member -> member.roles().equals(grant.roles())
                        ? Decision.refuse(
                                RefusalCode.NOTHING_CHANGES, "member '" + member.id() + "' has just these roles")
                        : write(changed(member, grant.roles(), member.status())))
                .orElseGet(() -> unknown(grant.member()));
    }

    private static Decision suspend(SuspendMember suspension, Request request) {
        if (suspension.member().equals(request.signer().id())) {
            return Decision.refuse(RefusalCode.NOT_ALLOWED, "a registrar cannot suspend itself");
        }
        return Texts.problemWithReason("a suspension", suspension.reason())
                .orElseGet(() -> request.member(suspension.member())
                        .map(member -> write(changed(member, member.roles(), Status.SUSPENDED)))
                        .orElseGet(() -> unknown(suspension.member())));
    }

    private static Decision rotate(RotateKey rotation, Request request) {
        if (!rotation.member().equals(request.signer().id()) && !request.has(Role.REGISTRAR)) {
            return request.notAllowed("to be '" + rotation.member() + "' itself, or the role registrar");
        }
        return problemWith(rotation.newKey())
                .orElseGet(() -> request.member(rotation.member())
                        .map(member -> write(new Member(
                                member.id(),
                                member.name(),
                                member.organisation(),
                                member.roles(),
                                rotation.newKey(),
                                member.status())))
                        .orElseGet(() -> unknown(rotation.member())));
    }

    private static Member changed(Member member, Set<Role> roles, Status status) {
        return new Member(member.id(), member.name(), member.organisation(), roles, member.publicKey(), status);
    }

    private static boolean isActiveOrganisation(MemberId id, StateView view) {
        return view.state(StateKey.member(id), MemberState.class)
                .map(MemberState::member)
                .filter(member -> member.active() && member.isOrganisation())
                .isPresent();
    }

    private static Decision write(Member member) {
        return Decision.write(StateKey.member(member.id()), new MemberState(member));
    }

    private static Decision unknown(MemberId member) {
        return Decision.refuse(RefusalCode.MEMBER_UNKNOWN, "there is no member '" + member + "' on this ledger");
    }
}
