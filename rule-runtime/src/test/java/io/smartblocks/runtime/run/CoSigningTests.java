package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.runtime.run.CoSigningReport.Item;
import io.smartblocks.runtime.run.CoSigningReport.Result;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supplier's runtime settles; the client's, with a read model of its own, computes it again. */
class CoSigningTests {

    private static final MemberId CLIENT = new MemberId("client");
    private static final String DISPUTES =
            "clause 2 \"Disputes\": Client may dispute a settlement within 20 working days after settlement.\n";

    @TempDir
    private Path directory;

    private SupplyFixture supply;
    private SiteFixture site;
    private ReadModel own;

    @BeforeEach
    void open() {
        supply = new SupplyFixture(directory, DISPUTES);
        site = supply.site;
        own = ReadModel.open(directory.resolve("of-client"));
        own.follow(site.ledger);
    }

    @AfterEach
    void close() {
        own.close();
        supply.close();
    }

    @Test
    void days_of_silence_are_made_up_for_and_each_settlement_is_co_signed_once() {
        supply.swept("2026-01-01", "2026-03-31", "2026-04-20");

        CoSigningReport report = site.coSigningOfClient(own).run();

        assertThat(report.items())
                .extracting(Item::result, item -> item.settlement().from().toString())
                .as("in the order of their transactions, for they stand in one block")
                .containsExactlyInAnyOrder(
                        tuple(Result.CO_SIGNED, "2026-01-01"),
                        tuple(Result.CO_SIGNED, "2026-02-01"),
                        tuple(Result.CO_SIGNED, "2026-03-01"));
        VerificationState january = found(january(0));
        assertThat(january.coSigned()).isTrue();
        assertThat(january.verifiedBy()).isEqualTo(CLIENT);
        assertThat(site.ledger.states("dispute/")).isEmpty();
        assertThat(site.coSigningOfClient(own).run().items()).isEmpty();
        assertThat(site.coSigningOfSupplier().run().items())
                .as("nobody co-signs its own")
                .isEmpty();
    }

    @Test
    void a_cent_too_much_is_disputed_by_its_place_and_both_values() {
        settledWith(honest -> DishonestLedger.paying(honest, "1488.00", "1488.01"));

        assertThat(site.coSigningOfClient(own).run().items()).singleElement().satisfies(item -> {
            assertThat(item.result()).isEqualTo(Result.DISPUTED);
            assertThat(item.message()).isEqualTo("lines[0].net: 1488.01 by the statement, 1488.00 by us");
        });
        DisputeState dispute = site.ledger
                .state(StateKey.dispute(january(0), CLIENT), DisputeState.class)
                .orElseThrow();
        assertThat(dispute.open()).isTrue();
        assertThat(dispute.reason())
                .startsWith("lines[0].net: 1488.01 by the statement, 1488.00 by us (")
                .endsWith("engine " + SettlementEngine.version() + " on both sides)");
        assertThat(found(january(0)).disputed()).isTrue();
        assertThat(site.coSigningOfClient(own).run().items())
                .as("it is said once")
                .isEmpty();
    }

    @Test
    void what_a_round_did_stands_in_the_run_log_and_a_round_that_did_nothing_does_not() {
        supply.swept("2026-01-01", "2026-01-31", "2026-02-10");
        site.coSigningOfClient(own).run();
        site.coSigningOfClient(own).run();
        site.at("2026-03-10T10:00:00");
        site.readings("IE-1", "2026-02-01", "2026-02-28", 10);
        site.sweepThatLies(honest -> DishonestLedger.paying(honest, "1344.00", "1344.01"))
                .runAll();
        site.coSigningOfClient(own).run();

        assertThat(own.runs().newest(10))
                .extracting(
                        run -> run.outcomes().toString(), run -> run.problems().size())
                .containsExactly(tuple("{disputed=1}", 1), tuple("{co-signed=1}", 0));
        assertThat(own.runs().withProblems(10).get(0).problems())
                .extracting(RunRecord.Problem::period, RunRecord.Problem::step, RunRecord.Problem::message)
                .containsExactly(
                        tuple("Billing Month", "verifying", "lines[0].net: 1344.01 by the statement, 1344.00 by us"));
    }

    @Test
    void a_summary_that_is_not_that_of_the_statement_is_disputed() {
        settledWith(honest -> DishonestLedger.saying(honest, honest.statement(), StatementSummary.EMPTY));

        assertThat(site.coSigningOfClient(own).run().items()).singleElement().satisfies(item -> {
            assertThat(item.result()).isEqualTo(Result.DISPUTED);
            assertThat(item.message()).startsWith("summary.payables[0]: nothing by the statement, {");
        });
    }

    @Test
    void a_statement_that_nobody_can_read_is_disputed() {
        settledWith(honest -> DishonestLedger.saying(honest, "pay me", StatementSummary.EMPTY));

        assertThat(site.coSigningOfClient(own).run().items())
                .singleElement()
                .satisfies(item -> assertThat(item.message())
                        .isEqualTo("statement: no JSON text by the statement, canonical JSON by us"));
    }

    @Test
    void an_amount_made_up_for_readings_that_are_missing_is_disputed() {
        settledWith(honest -> honest);
        CommitSettlement january = record(january(0)).settlement();
        String february =
                january.statement().replace("2026-02-01", "2026-03-01").replace("2026-01-01", "2026-02-01");
        site.at("2026-03-10T10:00:00");
        site.bySupplier(new CommitSettlement(
                supply.id,
                "1.0",
                january.period(),
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-03-01"),
                0,
                february,
                Hash.of(february),
                january.evidenceDigest(),
                site.ledger.height() - 1,
                january.compiledHash(),
                january.engine(),
                january.summary()));

        assertThat(site.coSigningOfClient(own).run().items())
                .filteredOn(item -> item.settlement().from().equals(LocalDate.parse("2026-02-01")))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.result()).isEqualTo(Result.DISPUTED);
                    assertThat(item.message())
                            .startsWith("outcome: settled by the statement, held: ")
                            .contains("Import Meter");
                });
    }

    @Test
    void a_difference_stays_recorded_once_the_time_for_disputes_is_over() {
        settledWith(honest -> DishonestLedger.paying(honest, "1488.00", "1488.01"));
        site.at("2026-06-01T10:00:00");

        assertThat(site.coSigningOfClient(own).run().count(Result.DIFFERENT)).isEqualTo(1);
        assertThat(site.ledger.states("dispute/")).isEmpty();
        assertThat(found(january(0)).difference())
                .hasValueSatisfying(difference -> assertThat(difference.where()).isEqualTo("lines[0].net"));
        Waiting.forHeight(own, site.ledger.height());
        assertThat(own.verifications().differences(10)).hasSize(1);
    }

    @Test
    void each_revision_needs_a_co_signature_of_its_own_and_earlier_ones_are_left_alone() {
        settledWith(honest -> honest);
        CoSigning coSigning = site.coSigningOfClient(own);
        assertThat(coSigning.run().count(Result.CO_SIGNED)).isEqualTo(1);
        site.corrected("IE-1", "2026-01-15", 20);
        site.sweep().runAll();
        site.corrected("IE-1", "2026-01-15", 30);
        site.sweep().runAll();

        assertThat(coSigning.run().items())
                .extracting(Item::result, item -> item.settlement().revision())
                .containsExactly(tuple(Result.CO_SIGNED, 2));
        assertThat(site.ledger.state(StateKey.verification(january(1), CLIENT))).isEmpty();
        assertThat(found(january(2)).coSigned()).isTrue();
    }

    @Test
    void the_same_values_by_another_engine_are_co_signed_and_both_versions_are_told() {
        settledWith(honest -> DishonestLedger.byEngine(honest, "0.9"));

        assertThat(site.coSigningOfClient(own).run().items())
                .extracting(Item::result, Item::message)
                .containsExactly(
                        tuple(Result.CO_SIGNED, "(engine 0.9 settled, " + SettlementEngine.version() + " verified)"));
        assertThat(found(january(0)).engine()).isEqualTo(SettlementEngine.version());
    }

    @Test
    void other_values_by_another_engine_are_disputed_with_both_versions() {
        settledWith(honest -> DishonestLedger.byEngine(DishonestLedger.paying(honest, "1488.00", "1488.01"), "0.9"));

        site.coSigningOfClient(own).run();

        assertThat(site.ledger
                        .state(StateKey.dispute(january(0), CLIENT), DisputeState.class)
                        .orElseThrow()
                        .reason())
                .startsWith("lines[0].net: 1488.01 by the statement, 1488.00 by us (")
                .endsWith("engine 0.9 by the statement, " + SettlementEngine.version() + " by us)");
    }

    @Test
    void what_cannot_be_read_here_is_reported_and_not_disputed_and_stops_no_other() {
        settledWith(honest -> honest);
        CommitSettlement sound = record(january(0)).settlement();
        AgreementId newer = site.frozen("newer", "contract of another age.", "{\"format\":99}");
        site.bySupplier(new CommitSettlement(
                newer,
                "1.0",
                "Billing Month",
                sound.from(),
                sound.to(),
                0,
                sound.statement(),
                sound.statementHash(),
                sound.evidenceDigest(),
                site.ledger.height() - 1,
                Hash.of("{\"format\":99}"),
                sound.engine(),
                StatementSummary.EMPTY));
        CoSigning coSigning = site.coSigningOfClient(own);

        assertThat(coSigning.run().items())
                .extracting(item -> item.settlement().agreement(), Item::result)
                .containsExactlyInAnyOrder(tuple(supply.id, Result.CO_SIGNED), tuple(newer, Result.NOT_VERIFIED));
        assertThat(site.ledger.states("dispute/")).isEmpty();
        assertThat(coSigning.run().items()).as("it is not tried all the time").isEmpty();
        site.at("2026-02-10T10:20:00");
        assertThat(coSigning.run().count(Result.NOT_VERIFIED))
                .as("but again and again")
                .isEqualTo(1);
    }

    @Test
    void what_the_ledger_did_not_take_is_said_in_the_next_round() {
        settledWith(honest -> honest);
        AtomicInteger failures = new AtomicInteger(1);
        CoSigning coSigning = site.coSigningOfClient(FaultyLedger.thatCannotWrite(site.ledger, failures), own);

        assertThat(coSigning.run().items())
                .singleElement()
                .satisfies(item -> assertThat(item.message()).startsWith("ledger-unavailable"));
        assertThat(coSigning.run().count(Result.CO_SIGNED)).isEqualTo(1);
    }

    @Test
    void an_answer_that_was_lost_is_no_second_co_signature() {
        settledWith(honest -> honest);
        AtomicInteger failures = new AtomicInteger(1);
        CoSigning coSigning = site.coSigningOfClient(
                FaultyLedger.thatLosesAnswers(site.ledger, failures, true, new ArrayList<>()), own);

        assertThat(coSigning.run().count(Result.FAILED)).isEqualTo(1);
        assertThat(coSigning.run().items()).isEmpty();
        assertThat(site.ledger.history(StateKey.verification(january(0), CLIENT)))
                .hasSize(1);
    }

    @Test
    void two_machines_of_one_party_co_sign_once() throws Exception {
        supply.swept("2026-01-01", "2026-03-31", "2026-04-20");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<CoSigningReport>> reports = new ArrayList<>();
        for (CoSigning each : List.of(site.coSigningOfClient(own), site.coSigningOfClient(site.model))) {
            reports.add(pool.submit(() -> {
                start.await();
                return each.run();
            }));
        }
        for (Future<CoSigningReport> report : reports) {
            assertThat(report.get().count(Result.FAILED)).isZero();
        }
        pool.shutdown();
        assertThat(site.ledger.states("verification/")).hasSize(3);
    }

    private void settledWith(java.util.function.UnaryOperator<CommitSettlement> lie) {
        site.at("2026-02-10T10:00:00");
        site.readings("IE-1", "2026-01-01", "2026-01-31", 10);
        SweepReport report = site.sweepThatLies(lie).runAll();
        assertThat(report.count(SweepReport.Result.SETTLED))
                .as(report.toString())
                .isEqualTo(1);
    }

    private SettlementId january(int revision) {
        return new SettlementId(supply.id, "Billing Month", LocalDate.parse("2026-01-01"), revision);
    }

    private SettlementRecord record(SettlementId id) {
        Waiting.forHeight(own, site.ledger.height());
        return own.settlements()
                .settlement(id.agreement(), id.period(), id.from(), id.revision())
                .orElseThrow();
    }

    private VerificationState found(SettlementId id) {
        return site.ledger
                .state(StateKey.verification(id, CLIENT), VerificationState.class)
                .orElseThrow();
    }
}
