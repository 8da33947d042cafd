package io.smartblocks.portal.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.ledger.embedded.LedgerVerification;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.HoldReason;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.runtime.run.Verification;
import io.smartblocks.runtime.run.VerifyingSettlement;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One demo site through its life: its tests come one after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoLifeTests {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private static Path data;

    private static final MovableClock REAL = new MovableClock(NOON);

    @BeforeAll
    static void found() {
        RunningDemo.start(data, REAL).close();
    }

    @Test
    @Order(1)
    void begins_with_five_active_agreements_that_every_party_signed() {
        try (RunningDemo demo = RunningDemo.start(data, REAL)) {
            List<AgreementRecord> active = demo.model().agreements().inForce();
            assertThat(active)
                    .extracting(record -> record.proposal().agreement().value())
                    .containsExactlyInAnyOrder(
                            "cedar-house-flat-12-heat",
                            "nimbus-campus-electricity",
                            "nimbus-campus-heat",
                            "nimbus-campus-heat-and-power",
                            "nimbus-campus-library");
            assertThat(active)
                    .allSatisfy(record -> assertThat(record.state().signatures())
                            .extracting(signature -> signature.organisation().value())
                            .containsExactlyInAnyOrderElementsOf(
                                    record.proposal().agreement().equals(DemoHome.HEAT)
                                            ? List.of("liffey-district-heat", "cedar-house-12", "canal-bank")
                                            : List.of("harbour-energy", "nimbus-campus")));
        }
    }

    @Test
    @Order(2)
    void has_three_settled_months_of_each_agreement_behind_it() {
        try (RunningDemo demo = RunningDemo.start(data, REAL)) {
            assertThat(settledMonths(demo))
                    .containsExactlyInAnyOrder(
                            "cedar-house-flat-12-heat 2026-07-01",
                            "cedar-house-flat-12-heat 2026-08-01",
                            "cedar-house-flat-12-heat 2026-09-01",
                            "nimbus-campus-electricity 2026-07-01",
                            "nimbus-campus-electricity 2026-08-01",
                            "nimbus-campus-electricity 2026-09-01",
                            "nimbus-campus-heat 2026-07-01",
                            "nimbus-campus-heat 2026-08-01",
                            "nimbus-campus-heat 2026-08-01",
                            "nimbus-campus-heat 2026-09-01",
                            "nimbus-campus-heat-and-power 2026-07-01",
                            "nimbus-campus-heat-and-power 2026-08-01",
                            "nimbus-campus-heat-and-power 2026-09-01",
                            "nimbus-campus-library 2026-07-01",
                            "nimbus-campus-library 2026-08-01",
                            "nimbus-campus-library 2026-09-01");
            assertThat(demo.model().settlements().newest(30))
                    .extracting(record -> record.settlement().period())
                    .as("what was paid late bears interest by a document of its own")
                    .containsOnlyOnce("Billing Month (clause 2.1 paid)");
            assertThat(demo.model().settlements().holds(10))
                    .as("the dispute that was upheld waits for what was found wrong to be corrected")
                    .singleElement()
                    .satisfies(hold -> assertThat(hold.state().reasons())
                            .extracting(HoldReason::code)
                            .containsExactly("dispute-upheld"));
        }
    }

    @Test
    @Order(2)
    void shows_a_month_that_a_late_reading_corrected_with_its_reversal_and_difference() {
        try (RunningDemo demo = RunningDemo.start(data, REAL)) {
            SettlementRecord august = demo.model()
                    .settlements()
                    .latest(DemoAgreements.SAVED_HEAT, "Billing Month", LocalDate.of(2026, 8, 1))
                    .orElseThrow();
            assertThat(august.settlement().revision()).isEqualTo(1);
            Statement statement =
                    Settlement.fromJson(august.settlement().statement().getBytes(UTF_8));
            assertThat(statement.corrected()).hasValueSatisfying(corrected -> {
                assertThat(corrected.reversals()).hasSize(1);
                assertThat(corrected.differences())
                        .singleElement()
                        .satisfies(difference ->
                                assertThat(difference.payable().net()).isNotZero());
            });
            assertThat(statement.trace())
                    .flatExtracting(LineTrace::readings)
                    .flatExtracting(LineTrace.ReadingsUsed::estimatedFrom)
                    .noneMatch(moment -> moment.toString().startsWith("2026-08-11"));
            assertThat(demo.model()
                            .payments()
                            .of(DemoAgreements.SAVED_HEAT, demo.model().height() - 1))
                    .extracting(payment -> payment.state().settlement())
                    .as("what is paid afterwards is paid under the newest revision")
                    .contains(august.settlement().id());
        }
    }

    @Test
    @Order(2)
    void shows_all_that_a_ledger_can_hold() {
        try (RunningDemo demo = RunningDemo.start(data, REAL)) {
            ReadModel model = demo.model();
            long newest = model.height() - 1;
            assertThat(model.agreements().versions(DemoAgreements.HEAT_AND_POWER))
                    .extracting(record -> record.state().getClass().getSimpleName())
                    .containsExactly("Active", "Ended");
            assertThat(model.disputes().of(DemoAgreements.HEAT_AND_POWER, newest))
                    .extracting(dispute -> dispute.state().end().orElseThrow().verdict())
                    .containsExactly(Verdict.WITHDRAWN, Verdict.UPHELD);
            assertThat(model.statements().of(DemoAgreements.HEAT_AND_POWER, newest))
                    .extracting(
                            stated -> stated.state().holding().isPresent(),
                            stated -> stated.state().pending().isPresent())
                    .containsExactly(tuple(true, false), tuple(false, true));
            assertThat(model.payments().of(DemoAgreements.ELECTRICITY, newest))
                    .extracting(payment -> payment.state().settlement().from().toString())
                    .contains("2026-07-01", "2026-08-01");
            assertThat(demo.ledger().states("reputation/harbour-energy/rating/"))
                    .hasSize(1);
            assertThat(demo.ledger().state(StateKey.member(DemoMember.APPLICANT.id()), MemberState.class))
                    .map(state -> state.member().status())
                    .hasValue(Member.Status.APPLIED);
            assertThat(demo.ledger().states("prediction/")).hasSizeGreaterThan(50);
            assertThat(demo.ledger().states("site/")).hasSize(4);
        }
    }

    @Test
    @Order(2)
    void has_each_settlement_co_signed_by_the_campus_and_the_library_measured_by_its_own_fit() {
        try (RunningDemo demo = RunningDemo.start(data, REAL)) {
            List<CommitSettlement> settled = demo.model().settlements().newest(30).stream()
                    .map(SettlementRecord::settlement)
                    .filter(each -> !each.agreement().equals(DemoHome.HEAT))
                    .toList();
            assertThat(settled)
                    .hasSize(14)
                    .allSatisfy(each -> assertThat(demo.ledger()
                                    .state(
                                            StateKey.verification(each.id(), DemoMember.NIMBUS.id()),
                                            VerificationState.class))
                            .hasValueSatisfying(
                                    said -> assertThat(said.coSigned()).isTrue()));
            List<CommitSettlement> library = settled.stream()
                    .filter(each -> each.agreement().equals(DemoAgreements.GUARANTEE))
                    .toList();
            assertThat(library)
                    .hasSize(3)
                    .allSatisfy(each -> assertThat(
                                    Settlement.fromJson(each.statement().getBytes(UTF_8))
                                            .baselines())
                            .singleElement()
                            .satisfies(fit -> {
                                assertThat(fit.from()).isEqualTo("2025-05-01");
                                assertThat(fit.to()).isEqualTo("2026-05-01");
                                assertThat(fit.metrics().r2()).isGreaterThan(new BigDecimal("0.8"));
                                assertThat(fit.band()).isPresent();
                            }));
        }
    }

    @Test
    @Order(2)
    void has_a_flat_whose_heat_a_bank_pays_from_a_wallet_and_the_resident_where_that_is_empty() {
        try (RunningDemo demo = RunningDemo.start(data, REAL)) {
            long newest = demo.model().height() - 1;
            List<CommitSettlement> heat = demo.model().settlements().of(DemoHome.HEAT).stream()
                    .map(SettlementRecord::settlement)
                    .toList();
            assertThat(heat)
                    .hasSize(3)
                    .allSatisfy(month -> assertThat(month.summary().payables())
                            .isNotEmpty()
                            .first()
                            .satisfies(payable -> assertThat(payable.payer()).isEqualTo("Bank")));
            assertThat(demo.model().payments().of(DemoHome.HEAT, newest)).hasSizeGreaterThan(1);
            assertThat(demo.ledger().states("statement/" + DemoHome.HEAT + "/event/Top-Up/"))
                    .hasSize(4);
            assertThat(demo.model().agreements().versions(DemoHome.HEAT))
                    .extracting(record -> record.state().unsigned().stream()
                            .map(MemberId::value)
                            .sorted()
                            .toList())
                    .as("another price waits for the resident and the bank")
                    .containsExactly(List.of("canal-bank", "cedar-house-12"), List.of());
        }
    }

    @Test
    @Order(3)
    void doubles_nothing_when_it_is_started_again() {
        long height;
        try (RunningDemo demo = RunningDemo.start(data, REAL)) {
            height = demo.ledger().height();
        }
        try (RunningDemo demo = RunningDemo.start(data, REAL)) {
            assertThat(demo.ledger().height()).isEqualTo(height);
            demo.life().goOn(demo.clock().instant());
            long later = demo.ledger().height();
            demo.life().goOn(demo.clock().instant());
            assertThat(demo.ledger().height()).isEqualTo(later);
        }
    }

    @Test
    @Order(4)
    void settles_the_next_month_half_a_minute_later() {
        try (RunningDemo demo = RunningDemo.start(data, REAL)) {
            for (int second = 0; second < 30; second++) {
                Instant since = demo.clock().instant();
                REAL.move(Duration.ofSeconds(1));
                demo.life().goOn(since);
            }
            demo.sweep().runAll();
            assertThat(settledMonths(demo))
                    .contains(
                            "cedar-house-flat-12-heat 2026-10-01",
                            "nimbus-campus-electricity 2026-10-01",
                            "nimbus-campus-heat 2026-10-01",
                            "nimbus-campus-heat-and-power 2026-10-01",
                            "nimbus-campus-library 2026-10-01");
            assertThat(demo.clock().isPresent()).isFalse();
        }
    }

    @Test
    @Order(5)
    void goes_on_from_where_it_stopped_until_it_reaches_the_present() {
        try (RunningDemo demo = RunningDemo.start(data, REAL)) {
            LocalDate today = LocalDate.ofInstant(demo.clock().instant(), DemoConfiguration.ZONE);
            assertThat(today).isBetween(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 10));
            Instant since = demo.clock().instant();
            REAL.move(Duration.ofSeconds(30));
            demo.life().goOn(since);
            assertThat(demo.clock().isPresent()).isTrue();
            assertThat(demo.model().settlements().newest(30)).hasSize(22);
        }
    }

    @Test
    @Order(6)
    void stands_the_checks_that_anyone_can_make() {
        try (RunningDemo demo = RunningDemo.start(data, REAL)) {
            VerifyingSettlement verifying = new VerifyingSettlement(demo.model(), new SettlementEngine());
            assertThat(demo.model().settlements().newest(30))
                    .extracting(verifying::verify)
                    .hasOnlyElementsOfType(Verification.Same.class);
        }
        assertThat(LedgerVerification.verify(data.resolve("ledger")).problems()).isEmpty();
    }

    private static List<String> settledMonths(RunningDemo demo) {
        demo.model().catchUp(demo.ledger());
        return demo.model().settlements().newest(30).stream()
                .map(SettlementRecord::settlement)
                .filter(settlement -> Occasion.of(settlement.period()).isEmpty())
                .map(settlement -> settlement.agreement() + " " + settlement.from())
                .toList();
    }
}
