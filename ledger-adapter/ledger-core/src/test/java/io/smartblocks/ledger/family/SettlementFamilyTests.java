package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.World.AGREEMENT;
import static io.smartblocks.ledger.family.World.COMPILED;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.HoldReason;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettlementFamilyTests {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final String STATEMENT = "{\"net\":\"9929.35\"}";

    @ParameterizedTest
    @MethodSource("rows")
    void who_may_commit_what(Row row) {
        row.holdsOn(World.withActiveAgreement());
    }

    static Stream<Row> rows() {
        return Stream.of(
                allowed("a runtime of a party", "robot", commit(0)),
                refused("no other member of it", "eve", commit(0), RefusalCode.NOT_ALLOWED),
                refused("no runtime of others", "stranger", commit(0), RefusalCode.NOT_A_PARTY),
                refused("revisions begin with 0", "robot", commit(1), RefusalCode.REVISION_NOT_NEXT),
                refused("and not before", "robot", commit(-1), RefusalCode.REVISION_NOT_NEXT),
                refused(
                        "the statement is the one hashed",
                        "robot",
                        commit("x", COMPILED, "1.0"),
                        RefusalCode.HASH_DIFFERS),
                refused(
                        "the agreement is the one signed",
                        "robot",
                        commit(STATEMENT, Hash.of("x"), "1.0"),
                        RefusalCode.HASH_DIFFERS),
                refused("in its version", "robot", commit(STATEMENT, COMPILED, "2.0"), RefusalCode.AGREEMENT_UNKNOWN),
                allowed("a hold with reasons", "robot", hold("Readings are missing")),
                refused("without reasons", "robot", hold(), RefusalCode.REASON_MISSING));
    }

    @Test
    void a_period_is_settled_once_in_each_revision() {
        World world = World.withActiveAgreement();
        world.must("robot", commit(0));

        assertThat(world.ask("robot", commit(0))).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(RefusalCode.ALREADY_SETTLED);
            assertThat(refused.message()).contains("Month", "2026-10-01", "campus-supply", "revision 0");
        });
        refused("gap", "robot", commit(2), RefusalCode.REVISION_NOT_NEXT).holdsOn(world);
        allowed("next", "robot", commit(1)).holdsOn(world);
        assertThat(world.at(StateKey.settlement(AGREEMENT, "Month", OCTOBER, 0), SettlementState.class)
                        .settlement()
                        .statement())
                .isEqualTo(STATEMENT);
    }

    @Test
    void a_correction_knows_at_least_what_it_corrects() {
        World world = World.withActiveAgreement();
        world.must("robot", asOf(0, 7));

        assertThat(world.ask("robot", asOf(1, 6))).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(RefusalCode.EVIDENCE_OLDER);
            assertThat(refused.message())
                    .contains("revision 1 of", "as of block 6", "revision 0 knew block 7")
                    .contains("Month", "2026-10-01", "campus-supply");
        });
        allowed("the same evidence", "robot", asOf(1, 7)).holdsOn(world);
        refused("older than the one before", "robot", asOf(2, 6), RefusalCode.EVIDENCE_OLDER)
                .holdsOn(world);
    }

    @Test
    void a_later_revision_settles_the_same_days() {
        World world = World.withActiveAgreement();
        world.must("robot", commit(0));
        CommitSettlement longer = World.settlement("1.0", OCTOBER, NOVEMBER.plusDays(1), 1, StatementSummary.EMPTY);

        refused("other days", "robot", longer, RefusalCode.INVALID_CONTENT).holdsOn(world);
    }

    @ParameterizedTest
    @CsvSource({
        "Month, 2026-10-01, 2026-10-31",
        "Month, 2026-10-01, 2026-11-02",
        "Month, 2026-10-02, 2026-11-01",
        "Month, 2026-09-01, 2026-10-01",
        "Month, 2031-10-01, 2031-11-01",
        "Week, 2026-10-01, 2026-10-08",
        "month, 2026-10-01, 2026-11-01"
    })
    void only_the_agreements_own_periods_are_settled(String period, LocalDate from, LocalDate to) {
        CommitSettlement whole = commit(0);
        CommitSettlement other = new CommitSettlement(
                AGREEMENT,
                "1.0",
                period,
                from,
                to,
                0,
                STATEMENT,
                whole.statementHash(),
                whole.evidenceDigest(),
                0,
                COMPILED,
                "1.0.0",
                StatementSummary.EMPTY);

        refused("other days", "robot", other, RefusalCode.INVALID_CONTENT).holdsOn(World.withActiveAgreement());
    }

    @Test
    void nothing_is_settled_or_held_before_its_days_are_over() {
        CommitSettlement november =
                World.settlement("1.0", NOVEMBER, NOVEMBER.plusMonths(1), 0, StatementSummary.EMPTY);
        World world = World.withActiveAgreement();
        world.at(Instant.parse("2026-11-30T23:59:59Z"));
        refused("a second too early", "robot", november, RefusalCode.FROM_THE_FUTURE)
                .holdsOn(world);
        world.at(Instant.parse("2026-12-01T00:00:00Z"));
        allowed("over in Dublin", "robot", november).holdsOn(world);
    }

    @Test
    void nothing_is_settled_before_the_agreement_is_in_force() {
        World world = World.peopled();
        world.must("eve", World.proposal(World.TEXT));

        refused("proposed only", "robot", commit(0), RefusalCode.AGREEMENT_NOT_ACTIVE)
                .holdsOn(world);
    }

    @Test
    void a_hold_changes_only_with_its_reasons_and_ends_with_the_settlement() {
        World world = World.withActiveAgreement();
        world.must("robot", hold("Readings are missing"));
        refused("same", "robot", hold("Readings are missing"), RefusalCode.HOLD_UNCHANGED)
                .holdsOn(world);
        allowed("other", "robot", hold("The index is missing")).holdsOn(world);
        world.must("robot", commit(0));

        assertThat(world.at(StateKey.hold(AGREEMENT, "Month", OCTOBER), HoldState.class)
                        .released())
                .isTrue();
        refused("settled", "robot", hold("late"), RefusalCode.ALREADY_SETTLED).holdsOn(world);
    }

    private static CommitSettlement commit(int revision) {
        return commit(STATEMENT, COMPILED, "1.0", revision);
    }

    private static CommitSettlement commit(String statement, Hash compiled, String version) {
        return commit(statement, compiled, version, 0);
    }

    private static CommitSettlement asOf(int revision, long block) {
        return commit(STATEMENT, COMPILED, "1.0", revision, block);
    }

    private static CommitSettlement commit(String statement, Hash compiled, String version, int revision) {
        return commit(statement, compiled, version, revision, 0);
    }

    private static CommitSettlement commit(
            String statement, Hash compiled, String version, int revision, long asOfBlock) {
        return new CommitSettlement(
                AGREEMENT,
                version,
                "Month",
                OCTOBER,
                NOVEMBER,
                revision,
                statement,
                Hash.of(STATEMENT),
                Hash.of("evidence"),
                asOfBlock,
                compiled,
                "1.0.0",
                StatementSummary.EMPTY);
    }

    private static HoldSettlement hold(String... reasons) {
        return new HoldSettlement(
                AGREEMENT,
                "1.0",
                "Month",
                OCTOBER,
                NOVEMBER,
                Stream.of(reasons).map(text -> new HoldReason("missing", text)).toList(),
                0);
    }
}
