package io.smartblocks.ledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CompositeKeyTests {

    private static final StateKey READINGS =
            StateKey.readings(new MeterId("IE-9001/import"), LocalDate.of(2026, 10, 25));

    @Test
    void a_state_key_is_a_composite_key_as_fabric_writes_it() {
        assertThat(CompositeKey.of(READINGS).value())
                .isEqualTo("\u0000readings\u0000IE-9001\u0000import\u00002026-10-25\u0000");
    }

    @Test
    void a_composite_key_leads_back_to_its_state_key() {
        assertThat(CompositeKey.of(READINGS).stateKey()).isEqualTo(READINGS);
        assertThat(CompositeKey.of(StateKey.ledger()).stateKey()).isEqualTo(StateKey.ledger());
    }

    @Test
    void a_plain_key_is_refused() {
        assertThatThrownBy(() -> new CompositeKey("readings").stateKey())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'readings'");
    }
}
