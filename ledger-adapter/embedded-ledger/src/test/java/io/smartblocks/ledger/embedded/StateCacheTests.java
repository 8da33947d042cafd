package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.transaction.LedgerId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateCacheTests {

    private static final int MEBIBYTE = 1 << 20;
    private static final State STATE = new LedgerState(LedgerId.NONE, "Quay", new MemberId("registrar"));

    private final StateCache cache = new StateCache();

    @Test
    void what_was_asked_for_longest_ago_gives_way_to_a_new_state() {
        IntStream.range(0, 24).forEach(this::put);
        assertThat(cache.get(place(0))).contains(STATE);

        put(24);
        assertThat(cache.get(place(1))).isEmpty();
        assertThat(cache.get(place(0))).contains(STATE);
        assertThat(IntStream.range(2, 25).mapToObj(each -> cache.get(place(each))))
                .allMatch(found -> found.isPresent());
    }

    @Test
    void a_state_that_is_put_again_takes_its_room_once() {
        IntStream.range(0, 100).forEach(time -> put(7));
        IntStream.range(10, 33).forEach(this::put);
        assertThat(cache.get(place(7))).contains(STATE);
    }

    private void put(int block) {
        cache.put(place(block), STATE);
    }

    private static TextPlace place(int block) {
        return new TextPlace(block, 0, MEBIBYTE, 0);
    }
}
