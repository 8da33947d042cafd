package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterAction.CorrectReadings;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of one day that state their values with different numbers of decimals. */
class ReadingsScaleTests {

    private static final MeterId METER = new MeterId("IE-9001/import");
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final Interval HOUR = new Interval("PT1H");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private final World world = World.peopled();

    @BeforeEach
    void register() {
        world.must(
                "reader",
                new RegisterMeter(METER, new MemberId("grid"), "Main", "Campus", "electricity", "kWh", HOUR, DUBLIN));
    }

    @Test
    void a_finer_page_brings_the_one_that_stands_to_its_decimals() {
        world.must("reader", new RecordReadings(page(1, 0, 15L)));
        world.must("reader", new RecordReadings(page(3, 1, 1_234L)));

        assertThat(standing().page().scale()).isEqualTo(3);
        assertThat(standing().page().values().subList(0, 3)).containsExactly(1_500L, 1_234L, null);
    }

    @Test
    void a_coarser_page_is_taken_in_the_decimals_that_stand() {
        world.must("reader", new RecordReadings(page(3, 0, 1_500L)));
        world.must("reader", new RecordReadings(page(0, 1, 2L)));

        assertThat(standing().page().scale()).isEqualTo(3);
        assertThat(standing().page().values().subList(0, 3)).containsExactly(1_500L, 2_000L, null);
    }

    @Test
    void the_same_value_with_other_decimals_is_the_same_value() {
        world.must("reader", new RecordReadings(page(1, 0, 15L)));

        refused("finer", "reader", new RecordReadings(page(3, 0, 1_500L)), RefusalCode.READINGS_DUPLICATE)
                .holdsOn(world);
        refused("not quite", "reader", new RecordReadings(page(3, 0, 1_501L)), RefusalCode.READINGS_CONFLICT)
                .holdsOn(world);
        assertThat(standing().page().scale()).isEqualTo(1);
    }

    @Test
    void a_correction_may_state_more_decimals() {
        world.must("reader", new RecordReadings(page(1, 0, 15L, 16L)));
        world.must("reader", new CorrectReadings(page(2, 0, 151L), "read again"));

        assertThat(standing().page().values().subList(0, 2)).containsExactly(151L, 160L);
    }

    @Test
    void what_does_not_fit_a_page_in_the_finer_decimals_is_refused_and_said() {
        world.must("reader", new RecordReadings(page(0, 0, 9_007_199_254_740L)));
        world.must("reader", new RecordReadings(page(3, 1, 1L)));
        refused("a digit too many", "reader", new RecordReadings(page(4, 2, 1L)), RefusalCode.PAGE_DIFFERS_FROM_METER)
                .holdsOn(world);
        assertThat(standing().page().scale()).isEqualTo(3);
    }

    private ReadingsState standing() {
        return world.at(StateKey.readings(METER, DAY), ReadingsState.class);
    }

    private static ReadingsPage page(int scale, int first, long... stated) {
        List<@Nullable Long> values = new ArrayList<>(Collections.nCopies(24, null));
        for (int i = 0; i < stated.length; i++) {
            values.set(first + i, stated[i]);
        }
        return ReadingsPage.of(METER, DAY, DUBLIN, HOUR, "kWh", scale, values);
    }
}
