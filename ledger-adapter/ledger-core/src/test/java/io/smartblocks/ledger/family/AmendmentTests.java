package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.World.AGREEMENT;
import static io.smartblocks.ledger.family.World.TERMS;
import static io.smartblocks.ledger.family.World.TEXT;
import static io.smartblocks.ledger.family.World.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Active;
import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Ending;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.TerminateAgreement;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.Replaces;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AmendmentTests {

    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);

    @ParameterizedTest
    @MethodSource("proposals")
    void what_may_be_proposed_in_place_of_a_version_in_force(Row row) {
        World world = World.withActiveAgreement();
        settle(world, "1.0", "2026-10-01");
        row.holdsOn(world);
    }

    static Stream<Row> proposals() {
        return Stream.of(
                allowed("a later day", "eve", amendment("2.0", "1.0", MARCH)),
                allowed("the day after what is settled", "otto", amendment("2.0", "1.0", LocalDate.of(2026, 11, 1))),
                refused("by a party only", "stranger", amendment("2.0", "1.0", MARCH), RefusalCode.NOT_A_PARTY),
                refused(
                        "nothing behind what is settled",
                        "eve",
                        amendment("2.0", "1.0", LocalDate.of(2026, 10, 16)),
                        RefusalCode.ALREADY_SETTLED),
                refused(
                        "in place of a version that is in force",
                        "eve",
                        amendment("2.0", "0.9", MARCH),
                        RefusalCode.AGREEMENT_UNKNOWN),
                refused("not in its own place", "eve", amendment("2.0", "2.0", MARCH), RefusalCode.INVALID_CONTENT),
                refused(
                        "with the same parties",
                        "eve",
                        swapped(amendment("2.0", "1.0", MARCH)),
                        RefusalCode.PARTIES_CHANGED),
                refused(
                        "in the same zone",
                        "eve",
                        proposal("2.0", TEXT, terms(ZoneId.of("Europe/Paris"), "EUR", "1.0", MARCH)),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "in the same currency",
                        "eve",
                        proposal("2.0", TEXT, terms(TERMS.zone(), "CHF", "1.0", MARCH)),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "inside the term",
                        "eve",
                        amendment("2.0", "1.0", LocalDate.of(2040, 1, 1)),
                        RefusalCode.INVALID_CONTENT));
    }

    @Test
    void its_activation_ends_the_version_before_on_the_day_before() {
        World world = amended();

        Ended before = world.at(StateKey.agreement(AGREEMENT, "1.0"), Ended.class);
        assertThat(before.ending()).isEqualTo(Ending.REPLACED);
        assertThat(before.lastDay()).isEqualTo(MARCH.minusDays(1));
        assertThat(before.replacedBy()).contains("2.0");
        assertThat(world.at(StateKey.agreement(AGREEMENT, "2.0"), AgreementState.class))
                .isInstanceOf(Active.class);
    }

    @ParameterizedTest
    @MethodSource("afterwards")
    void what_follows_an_amendment(Row row) {
        World world = amended();
        world.at(Instant.parse("2027-04-02T12:00:00Z"));
        row.holdsOn(world);
    }

    static Stream<Row> afterwards() {
        return Stream.of(
                refused(
                        "no second version takes the same place",
                        "eve",
                        amendment("3.0", "1.0", MARCH),
                        RefusalCode.AGREEMENT_ENDED),
                allowed("the next one is in place of the newest", "eve", amendment("3.0", "2.0", MARCH.plusMonths(1))),
                refused(
                        "and from a later day than that",
                        "eve",
                        amendment("3.0", "2.0", MARCH),
                        RefusalCode.OUTSIDE_TERM),
                allowed("the days before are settled by the earlier", "robot", settlement("1.0", "2027-02-01")),
                refused(
                        "but none that it no longer governs",
                        "robot",
                        settlement("1.0", "2027-03-01"),
                        RefusalCode.INVALID_CONTENT),
                allowed("which the newer one settles", "robot", settlement("2.0", "2027-03-01")),
                refused("and none before", "robot", settlement("2.0", "2027-02-01"), RefusalCode.INVALID_CONTENT));
    }

    @Test
    void nothing_of_an_earlier_version_is_settled_while_the_newest_is_suspended() {
        World world = amended();
        world.at(Instant.parse("2027-04-02T12:00:00Z"));
        for (String party : List.of("eve", "otto")) {
            world.must(party, new SuspendAgreement(AGREEMENT, "2.0", "the building is closed"));
        }

        refused("earlier", "robot", settlement("1.0", "2027-02-01"), RefusalCode.AGREEMENT_SUSPENDED)
                .holdsOn(world);
    }

    @Test
    void an_early_end_of_the_newest_version_cuts_the_last_period_of_an_earlier_one() {
        World world = World.withActiveAgreement();
        sign(world, amendment("2.0", "1.0", LocalDate.of(2027, 2, 16)));
        world.must("eve", new ActivateAgreement(AGREEMENT, "2.0"));
        LocalDate last = LocalDate.of(2027, 2, 19);
        for (String party : List.of("eve", "otto")) {
            world.must(party, new TerminateAgreement(AGREEMENT, "2.0", last, Optional.empty(), "sold"));
        }
        world.at(Instant.parse("2027-04-02T12:00:00Z"));

        refused("cut at random", "robot", settlement("1.0", "2027-02-01", "2027-02-11"), RefusalCode.INVALID_CONTENT)
                .holdsOn(world);
        CommitSettlement cut = settlement("1.0", "2027-02-01", "2027-02-20");
        refused("made before the amendment came into force", "robot", cut, RefusalCode.AGREEMENT_CHANGED)
                .holdsOn(world);
        refused("of another amendment", "robot", within(cut, "2.1"), RefusalCode.AGREEMENT_CHANGED)
                .holdsOn(world);
        allowed("cut at the end", "robot", within(cut, "2.0")).holdsOn(world);
    }

    @Test
    void of_two_proposals_for_one_place_the_first_activated_wins() {
        World world = World.withActiveAgreement();
        sign(world, amendment("2.0", "1.0", MARCH));
        sign(world, amendment("2.1", "1.0", MARCH));
        world.must("eve", new ActivateAgreement(AGREEMENT, "2.1"));

        assertThat(world.ask("otto", new ActivateAgreement(AGREEMENT, "2.0")))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(RefusalCode.AGREEMENT_ENDED);
                    assertThat(refused.message()).contains("whose place version 2.1 has taken first");
                });
    }

    @Test
    void what_was_settled_after_the_signatures_still_keeps_an_amendment_from_reaching_behind_it() {
        World world = World.withActiveAgreement();
        sign(world, amendment("2.0", "1.0", LocalDate.of(2026, 10, 16)));
        settle(world, "1.0", "2026-10-01");

        refused("settled meanwhile", "eve", new ActivateAgreement(AGREEMENT, "2.0"), RefusalCode.ALREADY_SETTLED)
                .holdsOn(world);
    }

    @Test
    void a_version_that_amends_nothing_is_not_in_force_beside_another() {
        World world = World.withActiveAgreement();
        sign(world, proposal("2.0", TEXT, TERMS));

        refused("two at once", "eve", new ActivateAgreement(AGREEMENT, "2.0"), RefusalCode.AGREEMENT_ACTIVE)
                .holdsOn(world);
    }

    @Test
    void nothing_is_amended_that_is_to_end() {
        World world = World.withActiveAgreement();
        TerminateAgreement end =
                new TerminateAgreement(AGREEMENT, "1.0", LocalDate.of(2027, 6, 30), Optional.empty(), "sold");
        world.must("eve", end);
        world.must("otto", end);

        refused("ends", "eve", amendment("2.0", "1.0", MARCH), RefusalCode.AGREEMENT_ENDED)
                .holdsOn(world);
    }

    private static World amended() {
        World world = World.withActiveAgreement();
        sign(world, amendment("2.0", "1.0", MARCH));
        world.must("eve", new ActivateAgreement(AGREEMENT, "2.0"));
        return world;
    }

    private static void sign(World world, ProposeAgreement proposal) {
        world.must("eve", proposal);
        world.must("eve", proposal.toSign());
        world.must("otto", proposal.toSign());
    }

    private static void settle(World world, String version, String from) {
        world.must("robot", settlement(version, from));
    }

    private static CommitSettlement settlement(String version, String from) {
        LocalDate first = LocalDate.parse(from);
        return settlement(version, from, first.plusMonths(1).toString());
    }

    private static CommitSettlement settlement(String version, String from, String to) {
        return World.settlement(version, LocalDate.parse(from), LocalDate.parse(to), 0, StatementSummary.EMPTY);
    }

    private static CommitSettlement within(CommitSettlement settled, String amendment) {
        return new CommitSettlement(
                settled.agreement(),
                settled.version(),
                settled.period(),
                settled.from(),
                settled.to(),
                settled.revision(),
                settled.statement(),
                settled.statementHash(),
                settled.evidenceDigest(),
                settled.asOfBlock(),
                settled.compiledHash(),
                settled.engine(),
                settled.summary(),
                List.of(amendment));
    }

    private static ProposeAgreement amendment(String version, String before, LocalDate from) {
        return proposal(version, TEXT, terms(TERMS.zone(), TERMS.currency(), before, from));
    }

    private static LedgerTerms terms(ZoneId zone, String currency, String before, LocalDate from) {
        return new LedgerTerms(
                TERMS.from(),
                TERMS.to(),
                zone,
                currency,
                Optional.of(new Replaces(before, from)),
                TERMS.periods(),
                TERMS.statable(),
                TERMS.owed(),
                TERMS.disputes(),
                TERMS.terminations());
    }

    private static ProposeAgreement swapped(ProposeAgreement right) {
        return new ProposeAgreement(
                right.agreement(),
                right.version(),
                right.title(),
                right.text(),
                right.textHash(),
                right.compiledForm(),
                right.compiledHash(),
                right.terms(),
                Map.of("ESCO", new MemberId("owner-1"), "Owner", new MemberId("esco-1")));
    }
}
