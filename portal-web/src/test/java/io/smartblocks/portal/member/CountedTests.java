package io.smartblocks.portal.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountedTests {

    private final AtomicLong blocks = new AtomicLong(7);
    private final AtomicLong rows = new AtomicLong(100);
    private final AtomicLong asked = new AtomicLong();
    private final Counted counted = new Counted(blocks::get);

    private record OfReader(String name) {}

    @Test
    void a_list_is_counted_once_for_each_block() {
        assertThat(count("aoife")).isEqualTo(100);
        rows.set(101);
        assertThat(count("aoife")).as("no block was written").isEqualTo(100);
        assertThat(asked).hasValue(1);

        blocks.incrementAndGet();
        assertThat(count("aoife")).isEqualTo(101);
        assertThat(count("aoife")).isEqualTo(101);
        assertThat(asked).hasValue(2);
    }

    @Test
    void what_no_block_can_change_is_counted_once_for_good() {
        assertThat(counted.of(new OfReader("run"), true, this::rows)).isEqualTo(100);
        rows.set(101);
        blocks.addAndGet(1_000);

        assertThat(counted.of(new OfReader("run"), true, this::rows)).isEqualTo(100);
        assertThat(asked).hasValue(1);
    }

    @Test
    void each_list_has_its_own_number() {
        assertThat(count("aoife")).isEqualTo(100);
        rows.set(3);

        assertThat(count("olga")).isEqualTo(3);
        assertThat(count("aoife")).isEqualTo(100);
    }

    @Test
    void a_block_that_comes_while_a_list_is_counted_has_it_counted_again() {
        counted.of(new OfReader("aoife"), () -> {
            blocks.incrementAndGet();
            return rows();
        });
        rows.set(101);

        assertThat(count("aoife")).isEqualTo(101);
    }

    private long count(String reader) {
        return counted.of(new OfReader(reader), this::rows);
    }

    private long rows() {
        asked.incrementAndGet();
        return rows.get();
    }
}
