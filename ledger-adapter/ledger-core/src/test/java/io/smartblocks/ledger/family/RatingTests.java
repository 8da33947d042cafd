package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.World.AGREEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.ReputationEvent.Rated;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.RateMember;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RatingTests {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    @ParameterizedTest
    @MethodSource("rows")
    void who_may_rate_whom_for_what(Row row) {
        row.holdsOn(settled());
    }

    static Stream<Row> rows() {
        return Stream.of(
                allowed("a party rates another", "otto", rate("esco-1", "Month", 4, "on time")),
                allowed("without words", "owner-1", rate("esco-1", "Month", 5, "")),
                refused("nobody rates itself", "otto", rate("owner-1", "Month", 5, ""), RefusalCode.NOT_ALLOWED),
                refused("a stranger rates nobody", "stranger", rate("esco-1", "Month", 1, ""), RefusalCode.NOT_A_PARTY),
                refused("nor a clerk", "clerk", rate("esco-1", "Month", 1, ""), RefusalCode.NOT_ALLOWED),
                refused("a stranger is not rated", "otto", rate("grid", "Month", 1, ""), RefusalCode.NOT_A_PARTY),
                refused("only what is settled", "otto", rate("esco-1", "Year", 4, ""), RefusalCode.SETTLEMENT_UNKNOWN),
                refused("no name at all", "otto", rate("esco-1", "--", 4, ""), RefusalCode.SETTLEMENT_UNKNOWN),
                refused("no star", "otto", rate("esco-1", "Month", 0, ""), RefusalCode.INVALID_CONTENT),
                refused("six stars", "otto", rate("esco-1", "Month", 6, ""), RefusalCode.INVALID_CONTENT),
                refused(
                        "an endless comment",
                        "otto",
                        rate("esco-1", "Month", 3, "x".repeat(1001)),
                        RefusalCode.INVALID_CONTENT));
    }

    @Test
    void a_later_rating_replaces_the_one_before() {
        World world = settled();
        world.must("otto", rate("esco-1", "Month", 2, "late"));
        refused("the same", "owner-1", rate("esco-1", "Month", 2, "late"), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
        world.must("owner-1", rate("esco-1", "Month", 4, "made good"));

        assertThat(world.states().states("reputation/esco-1/")).hasSize(1);
        Rated said = world.at(
                StateKey.reputation(new MemberId("esco-1"), "rating/campus-supply/month/2026-10-01/owner-1"),
                Rated.class);
        assertThat(said.stars()).isEqualTo(4);
        assertThat(said.revision()).isEqualTo(1);
        assertThat(said.at()).isEqualTo(World.NOON);
    }

    private static World settled() {
        World world = World.withActiveAgreement();
        String statement = "{}";
        world.must(
                "robot",
                new CommitSettlement(
                        AGREEMENT,
                        "1.0",
                        "Month",
                        OCTOBER,
                        OCTOBER.plusMonths(1),
                        0,
                        statement,
                        Hash.of(statement),
                        Hash.of("evidence"),
                        0,
                        World.COMPILED,
                        "1.0.0",
                        StatementSummary.EMPTY));
        return world;
    }

    private static RateMember rate(String organisation, String period, int stars, String comment) {
        return new RateMember(new MemberId(organisation), AGREEMENT, period, OCTOBER, stars, comment);
    }
}
