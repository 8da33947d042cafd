package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.Member.Status;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MemberAction.ApproveMember;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.MemberAction.RateMember;
import io.smartblocks.ledger.transaction.MemberAction.ReadmitMember;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RejectApplication;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MemberAction.StateParticulars;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Who belongs to the ledger: the registrar founds it and admits the others. */
final class MemberFamily {

    private MemberFamily() {}

    static Decision found(FoundLedger founding, Transaction transaction, StateView view, Instant now) {
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
                .or(() -> Keys.problemWith(founding.publicKey(), Optional.empty(), now))
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

    static Decision decide(MemberAction action, Request request) {
        if (action instanceof RotateKey rotation) {
            return rotate(rotation, request);
        }
        if (action instanceof RateMember rating) {
            return Rating.of(rating, request);
        }
        if (action instanceof StateParticulars stated) {
            return StatingParticulars.of(stated, request);
        }
        if (!request.has(Role.REGISTRAR)) {
            return request.notAllowed("the role registrar");
        }
        return action instanceof RegisterMember registration
                ? Admission.register(registration, request)
                : asRegistrar(action, request);
    }

    private static Decision asRegistrar(MemberAction action, Request request) {
        if (action instanceof ApproveMember approval) {
            return onMember(approval.member(), request, member -> Admission.approve(approval, member, request));
        }
        if (action instanceof RejectApplication rejection) {
            return onMember(rejection.member(), request, member -> Admission.reject(rejection, member));
        }
        if (action instanceof GrantRoles grant) {
            return onMember(grant.member(), request, member -> grant(grant, member, request));
        }
        if (action instanceof ReadmitMember readmission) {
            return onMember(readmission.member(), request, member -> readmit(readmission, member));
        }
        SuspendMember suspension = (SuspendMember) action;
        return onMember(suspension.member(), request, member -> suspend(suspension, member, request));
    }

    private static Decision grant(GrantRoles grant, Member member, Request request) {
        if (member.status() == Status.APPLIED || member.status() == Status.REJECTED) {
            return standsAs(member, "it has the roles that its approval gives it");
        }
        if (member.roles().equals(grant.roles())) {
            return Decision.refuse(RefusalCode.NOTHING_CHANGES, "member '" + member.id() + "' has just these roles");
        }
        Member changed = member.with(grant.roles());
        return Registrars.lostWith(changed, request).orElseGet(() -> write(changed));
    }

    private static Decision suspend(SuspendMember suspension, Member member, Request request) {
        if (member.id().equals(request.signer().id())) {
            return Decision.refuse(RefusalCode.NOT_ALLOWED, "a registrar cannot suspend itself");
        }
        if (!member.active()) {
            return standsAs(member, "only an active member is suspended");
        }
        Member changed = member.in(Status.SUSPENDED);
        return Texts.problemWithReason("a suspension", suspension.reason())
                .or(() -> Registrars.lostWith(changed, request))
                .orElseGet(() -> write(changed));
    }

    private static Decision readmit(ReadmitMember readmission, Member member) {
        if (member.status() != Status.SUSPENDED) {
            return standsAs(member, "only a suspended member is readmitted");
        }
        return Texts.problemWithReason("a readmission", readmission.reason())
                .orElseGet(() -> write(member.in(Status.ACTIVE)));
    }

    private static Decision rotate(RotateKey rotation, Request request) {
        if (!rotation.member().equals(request.signer().id()) && !request.has(Role.REGISTRAR)) {
            return request.notAllowed("to be '" + rotation.member() + "' itself, or the role registrar");
        }
        return onMember(rotation.member(), request, member -> {
            if (member.status() == Status.REJECTED) {
                return standsAs(member, "it states its key when it applies again");
            }
            if (member.publicKey().equals(rotation.newKey())) {
                return Decision.refuse(
                        RefusalCode.NOTHING_CHANGES,
                        "member '" + member.id() + "' signs with exactly this key; make a new one");
            }
            Member changed = member.with(rotation.newKey(), rotation.keyExpires());
            return Keys.problemWith(rotation.newKey(), rotation.keyExpires(), request.now())
                    .or(() -> Registrars.lostWith(changed, request))
                    .orElseGet(() -> write(changed));
        });
    }

    private static Decision standsAs(Member member, String rule) {
        return Decision.refuse(
                RefusalCode.NOTHING_CHANGES, "member '" + member.id() + "' is " + inWords(member) + "; " + rule);
    }

    /** How the membership stands, such as {@code suspended}. */
    static String inWords(Member member) {
        return member.status().name().toLowerCase(Locale.ROOT);
    }

    static Decision write(Member member) {
        return Decision.write(StateKey.member(member.id()), new MemberState(member));
    }

    private static Decision onMember(MemberId id, Request request, Function<Member, Decision> change) {
        return request.member(id)
                .map(change)
                .orElseGet(() ->
                        Decision.refuse(RefusalCode.MEMBER_UNKNOWN, "there is no member '" + id + "' on this ledger"));
    }
}
