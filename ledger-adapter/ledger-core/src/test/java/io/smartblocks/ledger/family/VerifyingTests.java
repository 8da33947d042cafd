package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.SettledFixture.FIRST;
import static io.smartblocks.ledger.family.SettledFixture.OCTOBER;
import static io.smartblocks.ledger.family.SettledFixture.OWNER;
import static io.smartblocks.ledger.family.SettledFixture.SECOND;
import static io.smartblocks.ledger.family.SettledFixture.commit;
import static io.smartblocks.ledger.family.SettledFixture.payable;
import static io.smartblocks.ledger.family.World.AGREEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.FirstDifference;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.SettlementAction.CoSignSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ReportDifference;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyingTests {

    private static final CommitSettlement COMMITTED = commit(0, payable(1, "Owner", "ESCO", "100.00"));
    private static final Hash HASH = COMMITTED.statementHash();
    private static final FirstDifference CENT = new FirstDifference("lines[2].net", "12.35", "12.34");

    @ParameterizedTest
    @MethodSource("coSignatures")
    void who_may_co_sign_what(Row row) {
        row.holdsOn(settled());
    }

    static Stream<Row> coSignatures() {
        return Stream.of(
                allowed("a runtime of the other party", "bot", coSign(FIRST, HASH)),
                refused("not who committed it", "robot", coSign(FIRST, HASH), RefusalCode.NOT_ALLOWED),
                refused("nor a second runtime of that party", "robot-2", coSign(FIRST, HASH), RefusalCode.NOT_ALLOWED),
                refused("no signatory", "otto", coSign(FIRST, HASH), RefusalCode.NOT_ALLOWED),
                refused("no stranger", "stranger", coSign(FIRST, HASH), RefusalCode.NOT_A_PARTY),
                refused("no other bytes", "bot", coSign(FIRST, Hash.of("other")), RefusalCode.HASH_DIFFERS),
                refused(
                        "nothing that was not settled",
                        "bot",
                        coSign(new SettlementId(AGREEMENT, "Month", OCTOBER.plusMonths(1), 0), HASH),
                        RefusalCode.SETTLEMENT_UNKNOWN),
                refused(
                        "not without an engine",
                        "bot",
                        new CoSignSettlement(FIRST, HASH, " "),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "no difference between the same",
                        "bot",
                        differs(new FirstDifference("lines[0].net", "1", "1")),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "no difference without a place",
                        "bot",
                        differs(new FirstDifference("", "1", "2")),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "no difference of many pages",
                        "bot",
                        differs(new FirstDifference("lines", "1", "x".repeat(1001))),
                        RefusalCode.INVALID_CONTENT),
                allowed("where one of both has nothing", "bot", differs(new FirstDifference("lines[3]", "", "5.00"))),
                refused("a difference found by a person", "otto", differs(CENT), RefusalCode.NOT_ALLOWED),
                refused("by who committed it", "robot", differs(CENT), RefusalCode.NOT_ALLOWED));
    }

    @Test
    void each_party_co_signs_once_and_each_revision_anew() {
        World world = settled();
        world.must("bot", coSign(FIRST, HASH));
        VerificationState found = world.at(StateKey.verification(FIRST, OWNER), VerificationState.class);
        assertThat(found.coSigned()).isTrue();
        assertThat(found.verifiedBy()).isEqualTo(new MemberId("bot"));
        assertThat(found.statementHash()).isEqualTo(HASH);
        refused("again", "bot", new CoSignSettlement(FIRST, HASH, "2"), RefusalCode.CO_SIGNED_ALREADY)
                .holdsOn(world);
        refused("a difference now", "bot", differs(CENT), RefusalCode.CO_SIGNED_ALREADY)
                .holdsOn(world);

        CommitSettlement corrected = commit(1, payable(1, "Owner", "ESCO", "90.00"));
        world.must("robot", corrected);
        refused("the old one", "bot", coSign(FIRST, HASH), RefusalCode.SETTLEMENT_SUPERSEDED)
                .holdsOn(world);
        allowed("the new one", "bot", coSign(SECOND, corrected.statementHash())).holdsOn(world);
        assertThat(world.at(StateKey.verification(SECOND, OWNER), VerificationState.class)
                        .statementHash())
                .isEqualTo(corrected.statementHash());
    }

    @Test
    void a_difference_disputes_the_settlement_and_names_both_values() {
        World world = settled();
        world.must("bot", differs(CENT));

        DisputeState dispute = world.at(StateKey.dispute(FIRST, OWNER), DisputeState.class);
        assertThat(dispute.open()).isTrue();
        assertThat(dispute.disputedBy()).isEqualTo(new MemberId("bot"));
        assertThat(dispute.clauses()).isEmpty();
        assertThat(dispute.reason())
                .startsWith("lines[2].net: 12.35 by the statement, 12.34 by us (")
                .contains(", 1 by us)");
        assertThat(world.at(StateKey.verification(FIRST, OWNER), VerificationState.class)
                        .disputed())
                .isTrue();
        refused("a dispute besides", "otto", dispute(), RefusalCode.DISPUTED_ALREADY)
                .holdsOn(world);
        refused("its runtime does not give it up", "bot", withdraw(), RefusalCode.NOT_ALLOWED)
                .holdsOn(world);
        allowed("the party does", "otto", withdraw()).holdsOn(world);
    }

    @Test
    void a_difference_is_recorded_without_a_dispute_once_the_window_has_closed() {
        World world = settled();
        world.at(Instant.parse("2026-12-03T00:00:00Z"));
        world.must("bot", differs(CENT));

        assertThat(world.states().state(StateKey.dispute(FIRST, OWNER))).isEmpty();
        VerificationState found = world.at(StateKey.verification(FIRST, OWNER), VerificationState.class);
        assertThat(found.difference()).contains(CENT);
        assertThat(found.disputed()).isFalse();
    }

    @Test
    void a_difference_opens_no_second_dispute_and_reopens_none() {
        World world = settled();
        world.must("otto", dispute());
        world.must("bot", differs(CENT));
        assertThat(world.at(StateKey.dispute(FIRST, OWNER), DisputeState.class).reason())
                .isEqualTo("another meter");
        assertThat(world.at(StateKey.verification(FIRST, OWNER), VerificationState.class)
                        .disputed())
                .isFalse();

        world.must("otto", withdraw());
        world.must("bot", differs(new FirstDifference("lines[2].net", "12.35", "12.33")));
        assertThat(world.at(StateKey.dispute(FIRST, OWNER), DisputeState.class).open())
                .isFalse();
    }

    @Test
    void who_found_a_difference_may_find_another_or_none_once_its_software_is_mended() {
        World world = settled();
        world.must("bot", differs(CENT));
        refused("the same", "bot", differs(CENT), RefusalCode.NOTHING_CHANGES).holdsOn(world);
        allowed("by a newer engine", "bot", new ReportDifference(FIRST, HASH, "2", CENT))
                .holdsOn(world);
        world.must("bot", coSign(FIRST, HASH));

        assertThat(world.at(StateKey.verification(FIRST, OWNER), VerificationState.class)
                        .coSigned())
                .isTrue();
        assertThat(world.at(StateKey.dispute(FIRST, OWNER), DisputeState.class).open())
                .as("only a signatory takes the dispute back")
                .isTrue();
    }

    private static World settled() {
        World world = SettledFixture.settled();
        world.person("bot", "owner-1", Role.RUNTIME);
        world.person("robot-2", "esco-1", Role.RUNTIME);
        return world;
    }

    private static Payload coSign(SettlementId settlement, Hash hash) {
        return new CoSignSettlement(settlement, hash, "1");
    }

    private static Payload differs(FirstDifference difference) {
        return new ReportDifference(FIRST, HASH, "1", difference);
    }

    private static Payload dispute() {
        return new DisputeSettlement(FIRST, List.of(), "another meter");
    }

    private static Payload withdraw() {
        return new ResolveDispute(FIRST, OWNER, Verdict.WITHDRAWN, "cleared up");
    }
}
