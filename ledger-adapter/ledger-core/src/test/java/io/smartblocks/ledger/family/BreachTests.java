package io.smartblocks.ledger.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.Reputation;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.ReputationEvent.TermBreached;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.StatementAction.Happening;
import io.smartblocks.ledger.transaction.StatementAction.RetractStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreachTests {

    private static final MemberId ESCO = new MemberId("esco-1");

    @Test
    void a_breach_speaks_against_its_debtor_until_the_creditor_takes_it_back() {
        World world = Estate.active();
        StateOccurrence breach = occurrence(Happening.BREACHED);
        world.must("otto", breach);
        assertThat(events(world, ESCO))
                .singleElement()
                .isInstanceOfSatisfying(
                        TermBreached.class,
                        event -> assertThat(event.statedBy()).isEqualTo(new MemberId("owner-1")));
        assertThat(events(world, new MemberId("owner-1"))).isEmpty();
        assertThat(Reputation.of(ESCO, events(world, ESCO)).bad()).isEqualTo(1);

        Stated stated = world.at(StateKey.statement(breach.place()), StatementState.class)
                .holding()
                .orElseThrow();
        world.must("otto", new RetractStatement(breach.place(), stated.transaction(), "it came the day before"));
        assertThat(events(world, ESCO)).hasSize(1);
        assertThat(Reputation.of(ESCO, events(world, ESCO)).bad()).isZero();
    }

    @Test
    void a_performance_speaks_against_nobody() {
        World world = Estate.active();
        world.must("eve", occurrence(Happening.PERFORMED));
        assertThat(world.states().states("reputation/")).isEmpty();
    }

    private static StateOccurrence occurrence(Happening happening) {
        return new StateOccurrence(
                World.AGREEMENT, "7", happening, "Month", Estate.NOVEMBER, Estate.NOVEMBER.plusDays(20), "");
    }

    private static List<ReputationEvent> events(World world, MemberId organisation) {
        return world.states().states("reputation/" + organisation + "/").stream()
                .map(entry -> (ReputationEvent) entry.state())
                .toList();
    }
}
