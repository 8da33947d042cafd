package io.smartblocks.portal.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRangesTests {

    @Test
    void what_goes_on_behind_a_stroke_belongs_to_it_and_no_longer_name_does() {
        KeyRanges meter = KeyRanges.under("readings/IE-1/import");

        assertThat(meter.holds("readings/IE-1/import/2026-01-01")).isTrue();
        assertThat(meter.holds("readings/IE-1/import")).isFalse();
        assertThat(meter.holds("readings/IE-1/import-2/2026-01-01")).isFalse();
        assertThat(meter.holds("readings/IE-1")).isFalse();
    }

    @Test
    void one_key_is_that_key_alone() {
        assertThat(KeyRanges.key("meter/a").holds("meter/a")).isTrue();
        assertThat(KeyRanges.key("meter/a").holds("meter/a/b")).isFalse();
        assertThat(KeyRanges.key("meter/a").holds("meter/")).isFalse();
    }

    @Test
    void both_hold_what_each_holds() {
        KeyRanges some = KeyRanges.any(List.of(KeyRanges.under("a"), KeyRanges.under("b"), KeyRanges.key("c")));
        KeyRanges others = KeyRanges.any(List.of(KeyRanges.under("b/x"), KeyRanges.key("c"), KeyRanges.under("d")));

        KeyRanges both = some.and(others);

        assertThat(both.holds("b/x/1")).isTrue();
        assertThat(both.holds("c")).isTrue();
        assertThat(both.holds("b/y")).isFalse();
        assertThat(both.holds("a/1")).isFalse();
        assertThat(both.holds("d/1")).isFalse();
    }

    @Test
    void ranges_that_overlap_are_one() {
        KeyRanges any = KeyRanges.any(List.of(KeyRanges.under("a/b"), KeyRanges.under("a"), KeyRanges.key("a/z")));

        assertThat(any.holds("a/b/c")).isTrue();
        assertThat(any.holds("a/zz")).isTrue();
        assertThat(any.holds("b")).isFalse();
    }
}
