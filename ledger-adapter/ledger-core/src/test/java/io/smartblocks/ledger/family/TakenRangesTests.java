package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateOverlay;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakenRangesTests {

    private static final IndexId INDEX = new IndexId("exchange/daily");
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-11-02, true",
        "2026-11-01, 2040-01-01, true",
        "2026-10-31, 2026-11-01, false",
        "2020-06-01, 2020-06-02, false",
        "2009-12-31, 2010-01-01, true",
        "2009-12-31, 2010-01-02, false",
        "1970-01-01, 2199-12-31, false"
    })
    void a_long_value_is_found_however_far_back_it_begins(LocalDate from, LocalDate to, boolean allowed) {
        World world = World.peopled();
        world.must("exchange", new RegisterIndex(INDEX, new MemberId("exchange"), "Daily", "EUR"));
        world.must("exchange", publish(LocalDate.of(2010, 1, 1), LocalDate.of(2026, 11, 1)));
        Row row = allowed
                ? allowed("free", "exchange", publish(from, to))
                : refused("taken", "exchange", publish(from, to), RefusalCode.INDEX_RANGE_TAKEN);
        row.holdsOn(world);
    }

    @Test
    void the_next_day_is_published_without_reading_the_years_before() {
        CountingView view = new CountingView();
        LocalDate day = FIRST;
        for (int i = 0; i < 9_000; i++) {
            view.states.write(List.of(new StateEntry(
                    StateKey.indexValue(INDEX, day),
                    new IndexValueState(
                            INDEX, new IndexValue(day, day.plusDays(1), BigDecimal.ONE), new MemberId("m"), 0, ""))));
            day = day.plusDays(1);
        }
        TakenRanges near = TakenRanges.near(INDEX, day, day.plusDays(1), view);

        assertThat(near.overlapping(new IndexValue(day, day.plusDays(1), BigDecimal.ONE)))
                .isEmpty();
        assertThat(near.overlapping(new IndexValue(day.minusDays(1), day.plusDays(1), BigDecimal.ONE)))
                .isPresent();
        assertThat(view.read).isLessThanOrEqualTo(62);
    }

    private static PublishIndexValues publish(LocalDate from, LocalDate to) {
        return new PublishIndexValues(INDEX, List.of(new IndexValue(from, to, BigDecimal.ONE)));
    }

    private static final class CountingView implements StateView {
        private final StateOverlay states = new StateOverlay(new World.Nothing());
        private int read;

        @Override
        public Optional<State> state(StateKey key) {
            return states.state(key);
        }

        @Override
        public List<StateEntry> states(String prefix) {
            List<StateEntry> found = states.states(prefix);
            read += found.size();
            return found;
        }
    }
}
