package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.Reputation;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.ReputationEvent.TermBreached;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.StatementAction.Happening;
import io.smartblocks.ledger.transaction.StatementAction.RetractStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void only_the_creditor_that_stated_a_breach_states_it_anew() {
        World world = World.peopled();
        LedgerTerms terms = new LedgerTerms(
                World.TERMS.from(),
                World.TERMS.to(),
                World.TERMS.zone(),
                World.TERMS.currency(),
                Optional.empty(),
                World.TERMS.periods(),
                List.of(),
                List.of(new Owed("7", "ESCO", List.of("Owner", "Grid"), List.of(World.MONTH), false)),
                List.of(),
                List.of());
        ProposeAgreement proposal = new ProposeAgreement(
                World.AGREEMENT,
                "1.0",
                "Campus supply",
                World.TEXT,
                Hash.of(World.TEXT),
                World.FORM,
                World.COMPILED,
                terms,
                Map.of("ESCO", ESCO, "Owner", new MemberId("owner-1"), "Grid", new MemberId("grid")));
        world.must("eve", proposal);
        List.of("eve", "otto", "grid").forEach(party -> world.must(party, proposal.toSign()));
        world.must("eve", new ActivateAgreement(World.AGREEMENT, "1.0"));
        world.at(Instant.parse("2026-12-01T12:00:00Z"));
        world.must("otto", occurrence(Happening.BREACHED));

        refused("another", "grid", occurrence(Happening.BREACHED), RefusalCode.STATEMENT_HOLDS)
                .holdsOn(world);
        assertThat(events(world, ESCO)).hasSize(1);
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
