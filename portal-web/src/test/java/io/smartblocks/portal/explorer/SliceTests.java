package io.smartblocks.portal.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SliceTests {

    private static final List<Integer> LIST = IntStream.range(0, 120).boxed().toList();

    @Test
    void a_long_list_is_shown_by_fifty_rows() {
        Slice first = new Slice(0, 120);
        Slice last = new Slice(100, 120);

        assertThat(first.of(LIST)).hasSize(50).startsWith(0);
        assertThat(first.isBegun()).isFalse();
        assertThat(first.goesOn()).isTrue();
        assertThat(last.of(LIST)).hasSize(20).startsWith(100);
        assertThat(last.isBegun()).isTrue();
        assertThat(last.goesOn()).isFalse();
        assertThat(new Slice(0, 50).isWhole()).isTrue();
    }

    @Test
    void what_lies_outside_of_the_list_is_drawn_into_it() {
        assertThat(new Slice(-7, 120).from()).isZero();
        assertThat(new Slice(Integer.MAX_VALUE, 120).of(LIST)).containsExactly(119);
        assertThat(new Slice(9, 0).of(List.of())).isEmpty();
        assertThat(new Slice(0, 0).isWhole()).isTrue();
    }
}
