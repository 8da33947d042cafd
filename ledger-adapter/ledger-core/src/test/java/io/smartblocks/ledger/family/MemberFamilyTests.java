package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.ApproveMember;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
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
