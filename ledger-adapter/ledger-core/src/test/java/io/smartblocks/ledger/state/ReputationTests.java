package io.smartblocks.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.ReputationEvent.DealPaid;
import io.smartblocks.ledger.state.ReputationEvent.DealPaidLate;
import io.smartblocks.ledger.state.ReputationEvent.DisputeRejected;
import io.smartblocks.ledger.state.ReputationEvent.DisputeUpheld;
import io.smartblocks.ledger.state.ReputationEvent.Rated;
import io.smartblocks.ledger.state.ReputationEvent.TermBreached;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReputationTests {

    private static final MemberId ESCO = new MemberId("esco");
    private static final MemberId OWNER = new MemberId("owner");
    private static final AgreementId AGREEMENT = new AgreementId("campus");
    private static final Deal DEAL = new Deal(AGREEMENT, "Month", LocalDate.of(2026, 10, 1));
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @Test
    void nothing_known_is_one_half() {
        Reputation unknown = Reputation.of(ESCO, List.of());
        assertThat(unknown.score()).isEqualByComparingTo("0.5");
        assertThat(unknown.stars()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.6667", "8, 0.9000", "98, 0.9900"})
    void deals_paid_in_time_raise_it(int deals, String score) {
        assertThat(Reputation.of(ESCO, Collections.nCopies(deals, paid())).score())
                .isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"1, -1", "7, -1", "8, -2", "22, -4", "400, -4"})
    void a_late_payment_weighs_by_its_weeks(int days, int weight) {
        assertThat(Reputation.weight(new DealPaidLate(ESCO, DEAL, NOON, days))).isEqualTo(weight);
    }

    @Test
    void all_events_together_give_one_share() {
        Reputation reputation = Reputation.of(
                ESCO,
                List.of(
                        paid(),
                        paid(),
                        new DisputeUpheld(ESCO, DEAL, NOON, OWNER),
                        new DisputeRejected(ESCO, DEAL, NOON, OWNER),
                        breach(false),
                        breach(true),
                        rated(4, 1),
                        rated(5, 2),
                        rated(5, 0)));

        assertThat(reputation.good()).isEqualTo(2);
        assertThat(reputation.bad()).isEqualTo(4);
        assertThat(reputation.score()).isEqualByComparingTo("0.3750");
        assertThat(reputation.stars().orElseThrow()).isEqualByComparingTo("4.67");
        assertThat(reputation.ratings()).extracting(Rated::stars).containsExactly(5, 4, 5);
    }

    @Test
    void events_about_another_are_none_of_its_own() {
        assertThatThrownBy(() -> Reputation.of(OWNER, List.of(paid())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'esco'")
                .hasMessageContaining("'owner'");
    }

    private static TermBreached breach(boolean retracted) {
        return new TermBreached(ESCO, AGREEMENT, NOON, "7", LocalDate.of(2026, 10, 7), OWNER, retracted);
    }

    private static DealPaid paid() {
        return new DealPaid(ESCO, DEAL, NOON);
    }

    private static Rated rated(int stars, int hours) {
        return new Rated(ESCO, DEAL, NOON.plusSeconds(3600L * hours), OWNER, stars, "", 0);
    }
}
