package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.SettledFixture.OCTOBER;
import static io.smartblocks.ledger.family.SettledFixture.commit;
import static io.smartblocks.ledger.family.SettledFixture.payable;
import static io.smartblocks.ledger.family.SettledFixture.settled;
import static io.smartblocks.ledger.family.World.AGREEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.HoldReason;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happened to a clause has documents of its own, and a correction may wait. */
class OccasionTests {

    private static final String PAID = new Occasion("Month", "4.1", "paid").name();

    @Test
    void what_happened_to_a_clause_is_settled_once_its_period_is() {
        refused("not settled yet", "robot", on(PAID, 0), RefusalCode.NOT_SETTLED)
                .holdsOn(World.withActiveAgreement());

        World world = settled();
        world.must("robot", on(PAID, 0));
        refused("twice", "robot", on(PAID, 0), RefusalCode.ALREADY_SETTLED).holdsOn(world);
        allowed("corrected", "robot", on(PAID, 1)).holdsOn(world);
    }

    @Test
    void nothing_happens_to_a_clause_under_which_nothing_is_owed() {
        refused(
                        "no such clause",
                        "robot",
                        on(new Occasion("Month", "9", "paid").name(), 0),
                        RefusalCode.INVALID_CONTENT)
                .holdsOn(settled());
    }

    @Test
    void only_a_runtime_of_a_party_settles_what_happened() {
        refused("a party's signatory", "eve", on(PAID, 0), RefusalCode.NOT_ALLOWED)
                .holdsOn(settled());
    }

    @Test
    void what_happened_waits_for_nothing() {
        refused("a hold of it", "robot", hold(PAID, 0, "late"), RefusalCode.INVALID_CONTENT)
                .holdsOn(settled());
    }

    @Test
    void a_correction_waits_with_its_reason_until_it_is_made_or_not_needed() {
        World world = settled();
        refused("of what is settled", "robot", hold("Month", 0, "late"), RefusalCode.ALREADY_SETTLED)
                .holdsOn(world);
        refused("of a later one", "robot", hold("Month", 2, "late"), RefusalCode.REVISION_NOT_NEXT)
                .holdsOn(world);
        refused("lifted, though none waits", "robot", hold("Month", 1), RefusalCode.REASON_MISSING)
                .holdsOn(world);

        world.must("robot", hold("Month", 1, "late"));
        refused("again", "robot", hold("Month", 1, "late"), RefusalCode.HOLD_UNCHANGED)
                .holdsOn(world);
        world.must("robot", hold("Month", 1));
        assertThat(waiting(world)).isFalse();

        world.must("robot", hold("Month", 1, "late"));
        assertThat(waiting(world)).isTrue();
        world.must("robot", commit(1, payable(1, "Owner", "ESCO", "90.00")));
        assertThat(waiting(world)).isFalse();
    }

    private static boolean waiting(World world) {
        return !world.at(StateKey.hold(AGREEMENT, "Month", OCTOBER), HoldState.class)
                .released();
    }

    private static HoldSettlement hold(String period, int revision, String... reasons) {
        return new HoldSettlement(
                AGREEMENT,
                "1.0",
                period,
                OCTOBER,
                OCTOBER.plusMonths(1),
                List.of(reasons).stream()
                        .map(reason -> new HoldReason("held", reason))
                        .toList(),
                0,
                revision);
    }

    private static CommitSettlement on(String occasion, int revision) {
        CommitSettlement month = commit(revision, payable(1, "Owner", "ESCO", "15.00"));
        return new CommitSettlement(
                AGREEMENT,
                "1.0",
                occasion,
                OCTOBER,
                OCTOBER.plusMonths(1),
                revision,
                month.statement(),
                month.statementHash(),
                month.evidenceDigest(),
                0,
                month.compiledHash(),
                month.engine(),
                month.summary());
    }
}
