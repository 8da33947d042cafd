package io.smartblocks.portal.explorer;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.Particulars;
import java.util.Set;

/** Writes what was decided about a member in words. */
final class MemberWords {

    private MemberWords() {}

    static void add(Fields to, MemberAction action) {
        if (action instanceof MemberAction.FoundLedger founded) {
            to.add("ledger", founded.ledger());
            to.add("member", founded.name());
        } else if (action instanceof MemberAction.RegisterMember registered) {
            member(to, registered.name(), registered.organisation(), registered.roles());
        } else if (action instanceof MemberAction.ApplyForMembership applied) {
            member(to, applied.name(), applied.organisation(), applied.roles());
        } else if (action instanceof MemberAction.ApproveMember approved) {
            roles(to, approved.member(), approved.roles());
        } else if (action instanceof MemberAction.GrantRoles granted) {
            roles(to, granted.member(), granted.roles());
        } else if (action instanceof MemberAction.SuspendMember suspended) {
            to.add("member", to.name(suspended.member()));
            to.add("reason", suspended.reason());
        } else if (action instanceof MemberAction.RejectApplication rejected) {
            to.add("member", to.name(rejected.member()));
            to.add("reason", rejected.reason());
        } else if (action instanceof MemberAction.ReadmitMember readmitted) {
            to.add("member", to.name(readmitted.member()));
            to.add("reason", readmitted.reason());
        } else if (action instanceof MemberAction.RateMember rated) {
            to.add("member", to.name(rated.organisation()));
            to.agreement(rated.agreement());
            to.add("period", rated.period() + ", " + to.say().day(rated.from()));
            to.add("stars", to.say().number(rated.stars()));
            to.add("comment", rated.comment());
        } else if (action instanceof MemberAction.StateParticulars stated) {
            to.add("member", to.name(stated.organisation()));
            particulars(to, stated.particulars());
        } else if (action instanceof MemberAction.RotateKey rotated) {
            to.add("member", to.name(rotated.member()));
            rotated.keyExpires().ifPresent(end -> to.add("key.expires", end.toString()));
        }
    }

    /** A member as it stands. */
    static void standing(Fields to, Member member) {
        to.add("member", member.name(), "/parties/" + member.id());
        to.add("organisation", to.name(member.organisation()));
        to.add("status", to.say().message("member.status." + member.status()));
        to.add("roles", words(to, member.roles()));
        to.add("key", member.publicKey().value());
        member.keyExpires().ifPresent(end -> to.add("key.expires", to.say().moment(end)));
    }

    static void particulars(Fields to, Particulars said) {
        to.add("legal.name", said.legalName());
        to.add("address", said.address().inOneLine());
        said.vatId().ifPresent(id -> to.add("vat.id", id));
        said.registration().ifPresent(number -> to.add("registration", number));
        said.electronicAddress().ifPresent(at -> to.add("electronic.address", at.scheme() + ":" + at.address()));
        said.account().ifPresent(account -> to.add("account", account.iban()));
    }

    private static void member(Fields to, String name, MemberId organisation, Set<Role> roles) {
        to.add("member", name);
        to.add("organisation", to.name(organisation));
        to.add("roles", words(to, roles));
    }

    private static void roles(Fields to, MemberId member, Set<Role> roles) {
        to.add("member", to.name(member));
        to.add("roles", words(to, roles));
    }

    static String words(Fields to, Set<Role> roles) {
        return roles.stream()
                .map(role -> to.say().message("member.role." + role.code()))
                .collect(joining(", "));
    }
}
