package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Ending;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction.CloseAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ResumeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.TerminateAgreement;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.runtime.run.SweepReport.Result;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is settled of an agreement that ends, and how it is closed when all of it is. */
class EndedAgreementTests {

    private static final String JANUARY = "1.0 2026-01-01/2026-02-01 1488.00";

    @TempDir
    private Path directory;

    private SupplyFixture supply;

    @BeforeEach
    void open() {
        supply = new SupplyFixture(directory);
    }

    @AfterEach
    void close() {
        assertThat(supply.verified()).hasOnlyElementsOfType(Verification.Same.class);
        supply.close();
    }

    @Test
    void an_end_within_the_first_period_cuts_it() {
        bothTerminate("2026-01-10");
        supply.swept("2026-01-01", "2026-01-31", "2026-02-10");

        assertThat(supply.settled()).containsExactly("1.0 2026-01-01/2026-01-11 480.00");
        assertClosed("1.0", Ending.TERMINATED);
    }

    @Test
    void an_end_on_the_last_day_of_a_period_leaves_it_whole() {
        bothTerminate("2026-01-31");
        supply.swept("2026-01-01", "2026-02-28", "2026-03-10");

        assertThat(supply.settled()).containsExactly(JANUARY);
        assertClosed("1.0", Ending.TERMINATED);
    }

    @Test
    void an_end_before_an_amendment_took_effect_cuts_what_the_earlier_version_governs() {
        supply.amended("1.1", "1.0", "15 February 2026", SupplyFixture.YEAR_END, "0.30");
        both(new TerminateAgreement(supply.id, "1.1", LocalDate.parse("2026-02-10"), Optional.empty(), "sold"));
        supply.swept("2026-01-01", "2026-02-28", "2026-03-10");

        assertThat(supply.settled()).containsExactly(JANUARY, "1.0 2026-02-01/2026-02-11 480.00");
        assertClosed("1.1", Ending.TERMINATED);
    }

    @Test
    void a_long_period_is_settled_when_its_early_end_makes_it_due_and_not_when_it_was_to_be() {
        supply.close();
        supply = new SupplyFixture(directory.resolve("years"), """
                period Year is every 1 year from 1 January 2026, settled 5 working days after its end.
                Used is the total of Import Meter over Year.
                clause 2 "Bonus":
                  Supplier shall pay Used * 0.01 EUR per kWh to Client within 14 days after settlement.
                """);
        supply.site.sweep().runAll();
        bothTerminate("2026-01-31");
        supply.swept("2026-01-01", "2026-01-31", "2026-02-10");

        assertThat(supply.settled()).containsExactlyInAnyOrder(JANUARY, "1.0 2026-01-01/2026-02-01 74.40");
        assertClosed("1.0", Ending.TERMINATED);
    }

    @Test
    void one_that_is_suspended_and_then_ended_is_settled_when_it_is_resumed() {
        supply.site.at("2026-01-05T10:00:00");
        both(new SuspendAgreement(supply.id, "1.0", "the meters are exchanged"));
        bothTerminate("2026-01-31");
        assertThat(supply.swept("2026-01-01", "2026-01-31", "2026-02-10").items())
                .isEmpty();
        assertThat(supply.settled()).isEmpty();

        both(new ResumeAgreement(supply.id, "1.0", "they are"));
        supply.site.at("2026-02-10T11:00:00");
        supply.site.sweep().runAll();

        assertThat(supply.settled()).containsExactly(JANUARY);
        assertClosed("1.0", Ending.TERMINATED);
    }

    @Test
    void it_is_closed_once_when_its_last_period_is_settled_and_not_before() {
        supply.swept("2026-01-01", "2026-11-30", "2026-12-31");
        assertThat(state("1.0")).isInstanceOf(AgreementState.Active.class);
        supply.site.at("2027-01-04T10:00:00");
        assertThat(supply.site.sweep().runAll().items())
                .as("over, but December is not settled")
                .isEmpty();
        assertThat(state("1.0")).isInstanceOf(AgreementState.Active.class);

        SweepReport last = supply.swept("2026-12-01", "2026-12-31", "2027-01-20");

        assertThat(last.items()).extracting(SweepReport.Item::result).containsExactly(Result.SETTLED, Result.CLOSED);
        assertClosed("1.0", Ending.EXPIRED);
        long height = supply.site.ledger.height();
        supply.site.at("2027-06-20T10:00:00");
        assertThat(supply.site.sweep().runAll().items()).isEmpty();
        assertThat(supply.site.ledger.height()).isEqualTo(height);
    }

    @Test
    void one_that_a_party_closed_too_soon_is_settled_all_the_same() {
        bothTerminate("2026-01-31");
        supply.site.at("2026-02-02T10:00:00");
        supply.site.bySupplier(new CloseAgreement(supply.id, "1.0"));
        assertThat(supply.swept("2026-01-01", "2026-01-31", "2026-02-10").items())
                .extracting(SweepReport.Item::result)
                .containsExactly(Result.SETTLED);

        assertThat(supply.settled()).containsExactly(JANUARY);
    }

    private void bothTerminate(String lastDay) {
        both(new TerminateAgreement(
                supply.id, "1.0", LocalDate.parse(lastDay), Optional.empty(), "the building is sold"));
    }

    private void both(Payload payload) {
        supply.site.bySupplier(payload);
        supply.site.byClient(payload);
    }

    private void assertClosed(String version, Ending how) {
        assertThat(state(version))
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.ending()).isEqualTo(how));
    }

    private AgreementState state(String version) {
        return supply.site
                .ledger
                .state(StateKey.agreement(supply.id, version), AgreementState.class)
                .orElseThrow();
    }
}
