package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.ApproveMember;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.MemberAction.ReadmitMember;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RejectApplication;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MemberFamilyTests {

    @ParameterizedTest
    @MethodSource("rows")
    void who_may_admit_and_change_members(Row row) {
        row.holdsOn(World.peopled());
    }

    static Stream<Row> rows() {
        return Stream.of(
                refused(
                        "a ledger is founded once",
                        "registrar",
                        found("registrar"),
                        RefusalCode.LEDGER_FOUNDED_ALREADY),
                allowed("the registrar registers an organisation", "registrar", register("acme", "acme")),
                allowed("the registrar registers a person", "registrar", register("ann", "owner-1")),
                refused("nobody else does", "eve", register("ann", "owner-1"), RefusalCode.NOT_ALLOWED),
                refused("an id is given once", "registrar", register("eve", "owner-1"), RefusalCode.MEMBER_EXISTS),
                refused("an organisation must be known", "registrar", register("a", "b"), RefusalCode.MEMBER_UNKNOWN),
                refused("a person is no organisation", "registrar", register("a", "eve"), RefusalCode.MEMBER_UNKNOWN),
                allowed("anyone may apply", "ann", apply("ann", "owner-1")),
                refused("but only by itself", "eve", apply("ann", "owner-1"), RefusalCode.NOT_ALLOWED),
                refused("only applicants are approved", "registrar", approve("eve"), RefusalCode.NOTHING_CHANGES),
                refused("approval needs an applicant", "registrar", approve("ann"), RefusalCode.MEMBER_UNKNOWN),
                allowed("the registrar grants roles", "registrar", grant("clerk", Role.SIGNATORY)),
                refused(
                        "nobody grants roles to itself",
                        "clerk",
                        grant("clerk", Role.SIGNATORY),
                        RefusalCode.NOT_ALLOWED),
                refused(
                        "the last registrar stays",
                        "registrar",
                        grant("registrar", Role.ESCO),
                        RefusalCode.LAST_REGISTRAR),
                refused("the same roles change nothing", "registrar", grant("clerk"), RefusalCode.NOTHING_CHANGES),
                allowed("the registrar suspends", "registrar", suspend("eve", "left")),
                refused("with a reason", "registrar", suspend("eve", " "), RefusalCode.REASON_MISSING),
                refused("not itself", "registrar", suspend("registrar", "tired"), RefusalCode.NOT_ALLOWED),
                allowed("a member replaces its key", "eve", rotate("eve")),
                allowed("the registrar replaces a lost key", "registrar", rotate("eve")),
                refused("a key has a private half", "eve", rotateToNoKey("eve"), RefusalCode.INVALID_CONTENT),
                refused("nobody else replaces it", "otto", rotate("eve"), RefusalCode.NOT_ALLOWED),
                refused("a stranger has no say", "nobody", register("a", "a"), RefusalCode.SIGNER_UNKNOWN));
    }

    @Test
    void an_empty_ledger_takes_nothing_but_its_founding() {
        World world = new World();
        assertThat(world.ask("ann", register("ann", "ann")))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(RefusalCode.LEDGER_NOT_FOUNDED));
        assertThat(world.ask("ann", found("registrar"))).isInstanceOf(Decision.Refused.class);
        assertThat(world.ask("registrar", found("registrar"))).isInstanceOf(Decision.Applied.class);
    }

    @Test
    void an_applicant_acts_only_after_approval_and_until_suspension() {
        World world = World.founded();
        world.must("ann", apply("ann", "ann"));
        assertThat(world.ask("ann", rotate("ann"))).isInstanceOf(Decision.Refused.class);

        world.must("registrar", approve("ann"));
        world.must("ann", rotate("ann"));
        assertThat(world.at(StateKey.member(new MemberId("ann")), MemberState.class)
                        .member()
                        .roles())
                .containsExactly(Role.OWNER);

        world.must("registrar", suspend("ann", "left"));
        assertThat(world.ask("ann", rotate("ann")))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(RefusalCode.SIGNER_NOT_ACTIVE));
    }

    @Test
    void a_suspended_member_is_readmitted_as_it_was() {
        World world = World.peopled();
        refused("active", "registrar", readmit("eve", "back"), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
        world.must("registrar", suspend("eve", "left"));
        refused("twice", "registrar", suspend("eve", "left"), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
        refused("herself", "eve", readmit("eve", "back"), RefusalCode.SIGNER_NOT_ACTIVE)
                .holdsOn(world);
        refused("others", "otto", readmit("eve", "back"), RefusalCode.NOT_ALLOWED)
                .holdsOn(world);
        refused("no reason", "registrar", readmit("eve", ""), RefusalCode.REASON_MISSING)
                .holdsOn(world);
        world.must("registrar", readmit("eve", "back"));

        Member eve = world.at(StateKey.member(new MemberId("eve")), MemberState.class)
                .member();
        assertThat(eve.active()).isTrue();
        assertThat(eve.roles()).containsExactly(Role.SIGNATORY);
    }

    @Test
    void a_rejected_applicant_may_apply_again_and_does_nothing_else() {
        World world = World.peopled();
        world.must("ann", apply("ann", "owner-1"));
        refused("twice", "ann", apply("ann", "owner-1"), RefusalCode.MEMBER_EXISTS)
                .holdsOn(world);
        refused("by others", "otto", reject("ann", "unknown"), RefusalCode.NOT_ALLOWED)
                .holdsOn(world);
        refused("no reason", "registrar", reject("ann", " "), RefusalCode.REASON_MISSING)
                .holdsOn(world);
        refused("not suspended", "registrar", suspend("ann", "no"), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
        refused("no roles", "registrar", grant("ann", Role.ESCO), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
        world.must("registrar", reject("ann", "unknown to us"));
        refused("too late", "registrar", approve("ann"), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
        refused("no key", "registrar", rotate("ann"), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
        refused("acts", "ann", rotate("ann"), RefusalCode.SIGNER_NOT_ACTIVE).holdsOn(world);
        world.must("ann", apply("ann", "owner-1"));
        world.must("registrar", approve("ann"));
        refused("too late", "registrar", reject("ann", "no"), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
    }

    @Test
    void an_organisation_that_is_suspended_stops_all_its_people() {
        World world = World.peopled();
        world.must("ann", apply("ann", "owner-1"));
        world.must("registrar", suspend("owner-1", "insolvent"));
        for (String member : List.of("owner-1", "otto", "clerk")) {
            refused("acts", member, rotate(member), RefusalCode.SIGNER_NOT_ACTIVE)
                    .holdsOn(world);
        }
        refused("joins", "registrar", approve("ann"), RefusalCode.MEMBER_UNKNOWN)
                .holdsOn(world);
        world.must("registrar", readmit("owner-1", "solvent"));
        world.must("otto", rotate("otto"));
    }

    @Test
    void the_last_registrar_is_neither_suspended_nor_loses_its_role_nor_its_organisation() {
        World world = World.peopled();
        world.must("registrar", register("authority", "authority"));
        world.must("registrar", register("rita", "authority"));
        world.must("registrar", grant("rita", Role.REGISTRAR));
        world.must("rita", grant("registrar", Role.ESCO));

        refused("herself", "rita", grant("rita"), RefusalCode.LAST_REGISTRAR).holdsOn(world);
        refused("hers", "rita", suspend("authority", "closed"), RefusalCode.LAST_REGISTRAR)
                .holdsOn(world);
        world.must("rita", grant("registrar", Role.REGISTRAR));
        world.must("registrar", suspend("rita", "left"));
        refused("unheard", "registrar", grant("registrar"), RefusalCode.LAST_REGISTRAR)
                .holdsOn(world);
    }

    private static ReadmitMember readmit(String member, String reason) {
        return new ReadmitMember(new MemberId(member), reason);
    }

    private static RejectApplication reject(String member, String reason) {
        return new RejectApplication(new MemberId(member), reason);
    }

    private static FoundLedger found(String registrar) {
        return new FoundLedger(
                "Campus", new MemberId(registrar), "R", World.key().publicKey());
    }

    private static RegisterMember register(String member, String organisation) {
        return new RegisterMember(
                new MemberId(member),
                member,
                new MemberId(organisation),
                Set.of(),
                World.key().publicKey());
    }

    private static ApplyForMembership apply(String member, String organisation) {
        return new ApplyForMembership(
                new MemberId(member),
                member,
                new MemberId(organisation),
                Set.of(Role.REGISTRAR),
                World.key().publicKey());
    }

    private static ApproveMember approve(String member) {
        return new ApproveMember(new MemberId(member), Set.of(Role.OWNER));
    }

    private static GrantRoles grant(String member, Role... roles) {
        return new GrantRoles(new MemberId(member), Set.of(roles));
    }

    private static SuspendMember suspend(String member, String reason) {
        return new SuspendMember(new MemberId(member), reason);
    }

    private static RotateKey rotateToNoKey(String member) {
        String neutralPoint = "MCowBQYDK2VwAyEAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        return new RotateKey(new MemberId(member), new VerifyingKey(neutralPoint));
    }

    private static RotateKey rotate(String member) {
        return new RotateKey(new MemberId(member), KeyPair.generate().publicKey());
    }
}
