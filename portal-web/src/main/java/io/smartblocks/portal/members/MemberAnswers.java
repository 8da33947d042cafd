package io.smartblocks.portal.members;

import static java.util.function.Predicate.not;

import io.smartblocks.ledger.identity.KeyFileProblem;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MemberAction.ApproveMember;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.MemberAction.RateMember;
import io.smartblocks.ledger.transaction.MemberAction.ReadmitMember;
import io.smartblocks.ledger.transaction.MemberAction.RejectApplication;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MemberAction.StateParticulars;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.MemberKeys;
import io.smartblocks.portal.words.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what was typed about a member as what is to be put on the ledger. */
@Component
class MemberAnswers {

    private static final int BEST = 5;

    private final MemberKeys keys;
    private final Deals deals;
    private final Words say;

    MemberAnswers(MemberKeys keys, Deals deals, Words say) {
        this.keys = keys;
        this.deals = deals;
        this.say = say;
    }

    /** What is asked for, where all of it can be read; what cannot is noted. */
    Optional<MemberAction> told(Account reader, Member about, MemberAct act, Typed typed) {
        Optional<String> reason =
                act.asksForReason() ? typed.needed("reason", say.message("member.reason")) : Optional.of("");
        MemberId id = about.id();
        Optional<MemberAction> read = switch (act) {
            case APPROVE -> roles(typed).map(roles -> new ApproveMember(id, roles));
            case ROLES -> roles(typed).map(roles -> new GrantRoles(id, roles));
            case REJECT -> reason.map(why -> new RejectApplication(id, why));
            case SUSPEND -> reason.map(why -> new SuspendMember(id, why));
            case READMIT -> reason.map(why -> new ReadmitMember(id, why));
            case RATE -> rating(reader, about, typed);
            case PARTICULARS -> new ParticularsAnswer(typed, say).of(id);
            case ROTATE -> rotation(reader, about, typed);
        };
        return reason.isPresent() ? read : Optional.empty();
    }

    /** The same with answers that the ledger takes where it takes any, to see whether it does; empty where there are none. */
    Optional<MemberAction> foreseen(Account reader, Member about, MemberAct act) {
        MemberId id = about.id();
        return switch (act) {
            case APPROVE -> Optional.of(new ApproveMember(id, about.roles()));
            case ROLES -> Optional.of(new GrantRoles(id, others(about.roles())));
            case REJECT -> Optional.of(new RejectApplication(id, "foreseen"));
            case SUSPEND -> Optional.of(new SuspendMember(id, "foreseen"));
            case READMIT -> Optional.of(new ReadmitMember(id, "foreseen"));
            case ROTATE -> Optional.of(new RotateKey(id, KeyPair.generate().publicKey()));
            case RATE ->
                deals.between(reader, about).stream()
                        .findFirst()
                        .map(deal -> new RateMember(
                                id,
                                deal.settlement().agreement(),
                                deal.settlement().period(),
                                deal.settlement().from(),
                                BEST,
                                "foreseen"));
            case PARTICULARS ->
                Optional.of(new StateParticulars(
                        id,
                        new Particulars(
                                "foreseen",
                                new PostalAddress(
                                        Optional.empty(), Optional.empty(), "foreseen", Optional.empty(), "IE"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        };
    }

    private static Set<Role> others(Set<Role> roles) {
        Set<Role> others = EnumSet.copyOf(roles);
        others.add(Arrays.stream(Role.values())
                .filter(not(roles::contains))
                .findFirst()
                .orElse(Role.AUDITOR));
        return others;
    }

    private Optional<Set<Role>> roles(Typed typed) {
        return Optional.of(RoleTicks.chosen(List.of(Role.values()), typed, say.message("member.roles.none")))
                .filter(chosen -> !chosen.isEmpty());
    }

    private Optional<MemberAction> rating(Account reader, Member about, Typed typed) {
        String stars = typed.raw("stars");
        if (!stars.matches("[1-5]")) {
            typed.refuse("stars", say.message("member.stars.wrong"));
        }
        var deal = deals.chosen(reader, about, typed.raw("deal"));
        if (deal.isEmpty()) {
            typed.refuse("deal", say.message("member.deal.wrong"));
        }
        String comment = typed.words("comment");
        return typed.problems().isEmpty()
                ? deal.map(settled -> new RateMember(
                        about.id(),
                        settled.agreement(),
                        settled.period(),
                        settled.from(),
                        Integer.parseInt(stars),
                        comment))
                : Optional.empty();
    }

    /** A key is made only when everything else can be read: what is made is kept. */
    private Optional<MemberAction> rotation(Account reader, Member about, Typed typed) {
        Optional<Instant> expires = typed.dayIfAny("expires", say.message("member.expires"))
                .map(day -> day.plusDays(1).atStartOfDay(say.zone()).toInstant());
        if (MemberAct.ROTATE.makesKey(reader.member(), about.id())) {
            return typed.problems().isEmpty()
                    ? made(about.id(), typed.raw("password")).map(key -> new RotateKey(about.id(), key, expires))
                    : Optional.empty();
        }
        return typed.needed("publicKey", say.message("member.publicKey")).flatMap(written -> {
            try {
                return Optional.of(new RotateKey(about.id(), new VerifyingKey(written), expires));
            } catch (IllegalArgumentException e) {
                typed.refuse("publicKey", say.message("member.publicKey.wrong"));
                return Optional.empty();
            }
        });
    }

    /** Without the password of the store there is none; the page says of the password what is wrong with it. */
    private Optional<VerifyingKey> made(MemberId member, String password) {
        try {
            return keys.has(member) ? Optional.of(keys.successor(member, password)) : Optional.empty();
        } catch (KeyFileProblem wrong) {
            return Optional.empty();
        }
    }
}
