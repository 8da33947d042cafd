package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.World.AGREEMENT;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
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
import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import io.smartblocks.ledger.transaction.SiteAction.ChangeSite;
import io.smartblocks.ledger.transaction.SiteAction.RegisterSite;
import io.smartblocks.ledger.transaction.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What may be asked of the families member and site. */
final class MemberCases {

    private static final String REGISTRAR_ONLY = "registrar=yes *=not-allowed";
    private static final KeyPair NEW_KEY = KeyPair.generate();

    private MemberCases() {}

    static List<Case> member() {
        World plain = Estate.plain();
        World stated = plain.fork();
        stated.must("eve", particularsOfA("A Ltd"));
        return List.of(
                Case.of("an empty ledger", new World(), founding(), "all=not-allowed registrar=yes"),
                Case.of("a ledger that was founded", plain, founding(), "all=ledger-founded-already"),
                Case.each(
                        "by itself",
                        plain,
                        actor -> Estate.application(actor.member()),
                        "all=member-exists rejected,unknown=yes"),
                Case.of("for another", plain, Estate.application("newcomer"), "all=not-allowed"),
                Case.of("an applicant", plain, approve("ann"), REGISTRAR_ONLY),
                Case.of("a rejected applicant", plain, approve("rex"), "registrar=nothing-changes *=not-allowed"),
                Case.of("a member", plain, approve("eve"), "registrar=nothing-changes *=not-allowed"),
                Case.of("someone unknown", plain, approve("nobody"), "registrar=member-unknown *=not-allowed"),
                Case.of("an applicant", plain, reject("ann"), REGISTRAR_ONLY),
                Case.of("a member", plain, reject("eve"), "registrar=nothing-changes *=not-allowed"),
                Case.of("a new member", plain, register("newcomer"), REGISTRAR_ONLY),
                Case.of("a rejected applicant", plain, register("rex"), REGISTRAR_ONLY),
                Case.of("a member", plain, register("eve"), "registrar=member-exists *=not-allowed"),
                Case.of("a member", plain, grant("eve", Role.RUNTIME), REGISTRAR_ONLY),
                Case.of(
                        "a member with just these roles",
                        plain,
                        grant("eve", Role.SIGNATORY),
                        "registrar=nothing-changes *=not-allowed"),
                Case.of(
                        "the last registrar",
                        plain,
                        grant("registrar", Role.OWNER),
                        "registrar=last-registrar *=not-allowed"),
                Case.of("a member", plain, suspend("eve"), REGISTRAR_ONLY),
                Case.of("the signer itself", plain, suspend("registrar"), "*=not-allowed"),
                Case.of("a suspended member", plain, suspend("sam"), "registrar=nothing-changes *=not-allowed"),
                Case.of("a suspended member", plain, readmit("sam"), REGISTRAR_ONLY),
                Case.of("a suspended organisation", plain, readmit("closed"), REGISTRAR_ONLY),
                Case.of("a member", plain, readmit("eve"), "registrar=nothing-changes *=not-allowed"),
                Case.of(
                        "of a signatory of A",
                        plain,
                        new RotateKey(new MemberId("eve"), NEW_KEY.publicKey()),
                        "registrar,a-signatory=yes *=not-allowed"),
                Case.of(
                        "of the member whose key expired",
                        plain,
                        new RotateKey(new MemberId("late"), NEW_KEY.publicKey()),
                        REGISTRAR_ONLY),
                Case.of(
                        "of the last registrar, with expiry",
                        plain,
                        new RotateKey(
                                new MemberId("registrar"),
                                NEW_KEY.publicKey(),
                                Optional.of(Instant.parse("2030-01-01T00:00:00Z"))),
                        "registrar=last-registrar *=not-allowed"),
                Case.of(
                        "A, after a settled period",
                        Estate.settled(),
                        rateA(),
                        "b-key,b-signatory=yes registrar,outsider=not-a-party *=not-allowed"),
                Case.of(
                        "A, before the period is settled",
                        Estate.active(),
                        rateA(),
                        "registrar,outsider,a-key,a-signatory,b-key,b-signatory=settlement-unknown *=not-allowed"),
                Case.of("of A", plain, particularsOfA("A Ltd"), "a-key,a-signatory=yes *=not-allowed"),
                Case.of(
                        "of A, as they stand",
                        stated,
                        particularsOfA("A Ltd"),
                        "a-key,a-signatory=nothing-changes *=not-allowed"),
                Case.of("of A, changed", stated, particularsOfA("A plc"), "a-key,a-signatory=yes *=not-allowed"));
    }

    static List<Case> site() {
        World plain = Estate.plain();
        World registered = plain.fork();
        registered.must("owner-1", site("owner-1"));
        return List.of(
                Case.of("a new site of B", plain, site("owner-1"), "registrar,b-key=yes *=not-allowed"),
                Case.of(
                        "a site that is registered",
                        registered,
                        site("owner-1"),
                        "registrar,b-key=site-exists *=not-allowed"),
                Case.of("a site of B", registered, change("owner-1"), "registrar,b-key=yes *=not-allowed"),
                Case.of("a site of B, to be another's", registered, change("esco-1"), REGISTRAR_ONLY),
                Case.of("a site that is not registered", plain, change("owner-1"), "*=site-unknown"));
    }

    private static FoundLedger founding() {
        return new FoundLedger(
                "Campus", new MemberId("registrar"), "R", World.key().publicKey());
    }

    private static ApproveMember approve(String member) {
        return new ApproveMember(new MemberId(member), Set.of(Role.OWNER));
    }

    private static RejectApplication reject(String member) {
        return new RejectApplication(new MemberId(member), "unknown to us");
    }

    private static RegisterMember register(String member) {
        return new RegisterMember(
                new MemberId(member),
                member,
                new MemberId(member),
                Set.of(),
                World.key().publicKey());
    }

    private static GrantRoles grant(String member, Role role) {
        return new GrantRoles(new MemberId(member), Set.of(role));
    }

    private static SuspendMember suspend(String member) {
        return new SuspendMember(new MemberId(member), "left");
    }

    private static ReadmitMember readmit(String member) {
        return new ReadmitMember(new MemberId(member), "came back");
    }

    private static RateMember rateA() {
        return new RateMember(new MemberId("esco-1"), AGREEMENT, "Month", Estate.NOVEMBER, 5, "on time");
    }

    private static StateParticulars particularsOfA(String legalName) {
        return new StateParticulars(
                new MemberId("esco-1"),
                new Particulars(
                        legalName,
                        new PostalAddress(Optional.empty(), Optional.empty(), "Dublin", Optional.empty(), "IE"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static RegisterSite site(String owner) {
        return new RegisterSite(
                new SiteId("campus"),
                new MemberId(owner),
                "Campus",
                Estate.DUBLIN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ChangeSite change(String owner) {
        return new ChangeSite(
                new SiteId("campus"),
                new MemberId(owner),
                "North Campus",
                Estate.DUBLIN,
                Optional.of("IE"),
                Optional.empty(),
                Optional.empty());
    }
}
