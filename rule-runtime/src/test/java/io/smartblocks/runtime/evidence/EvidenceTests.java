package io.smartblocks.runtime.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvidenceTests {

    @Test
    void the_order_of_gathering_does_not_change_the_digest() {
        String one = Evidence.asOf(1)
                .column("A", column(1))
                .previous("X", Exact.ONE)
                .column("B", column(2))
                .build()
                .digest();
        String other = Evidence.asOf(1)
                .column("B", column(2))
                .column("A", column(1))
                .previous("X", Exact.parse("1.00"))
                .build()
                .digest();

        assertThat(one).isEqualTo(other).hasSize(64);
    }

    @Test
    void every_reading_its_quality_and_the_block_change_the_digest() {
        String base = Evidence.asOf(1).column("A", column(1)).build().digest();
        MeterColumn estimated = column(1).edit().put(0, 1, Quality.ESTIMATED).build();

        assertThat(Evidence.asOf(1).column("A", column(2)).build().digest()).isNotEqualTo(base);
        assertThat(Evidence.asOf(1).column("A", estimated).build().digest()).isNotEqualTo(base);
        assertThat(Evidence.asOf(2).column("A", column(1)).build().digest()).isNotEqualTo(base);
    }

    @Test
    void pages_of_the_ledger_stand_for_their_readings() {
        String pages = Evidence.asOf(1)
                .column("A", column(1), pages("aa", "bb"))
                .build()
                .digest();

        assertThat(Evidence.asOf(1)
                        .column("A", column(9), pages("aa", "bb"))
                        .build()
                        .digest())
                .isEqualTo(pages);
        assertThat(Evidence.asOf(1)
                        .column("A", column(1), pages("aa", "bc"))
                        .build()
                        .digest())
                .isNotEqualTo(pages);
    }

    @Test
    void pages_stand_in_the_canonical_form_as_a_list_of_texts() {
        assertThat(pages("aa", "0f").toString()).isEqualTo("[\"" + "aa".repeat(32) + "\",\"" + "0f".repeat(32) + "\"]");
        assertThat(pages()).isEqualTo(PageDigests.NONE).hasToString("[]");
    }

    @Test
    void what_is_no_digest_of_a_page_is_refused() {
        assertThatThrownBy(() -> PageDigests.of(List.of(new byte[31])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes, not 31");
    }

    private static PageDigests pages(String... bytes) {
        return PageDigests.of(Stream.of(bytes)
                .map(each -> HexFormat.of().parseHex(each.repeat(32)))
                .toList());
    }

    @Test
    void every_adjustment_changes_the_digest_and_none_leaves_it_as_it_was() {
        LocalDate day = LocalDate.of(2026, 4, 1);
        AdjustmentValue open = new AdjustmentValue(day, Optional.empty(), Exact.of(38));
        AdjustmentValue closed = new AdjustmentValue(day, Optional.of(day.plusDays(30)), Exact.of(38));
        String none = Evidence.asOf(1).build().digest();

        assertThat(List.of(open, closed, new AdjustmentValue(day, Optional.empty(), Exact.of(39))))
                .extracting(value -> Evidence.asOf(1)
                        .adjustment("Room", List.of(value))
                        .build()
                        .digest())
                .doesNotHaveDuplicates()
                .doesNotContain(none);
        assertThat(Evidence.asOf(1)
                        .adjustment("Room", List.of(open))
                        .adjustment("Area", List.of(closed))
                        .build()
                        .digest())
                .isEqualTo(Evidence.asOf(1)
                        .adjustment("Area", List.of(closed))
                        .adjustment("Room", List.of(open))
                        .build()
                        .digest());
    }

    @Test
    void events_are_digested_whole_and_in_the_order_in_which_they_happened() {
        ReportedEvent early = event("2026-04-01T10:00:00Z", 3);
        ReportedEvent late = event("2026-04-02T10:00:00Z", 2);
        ReportedEvent longer = event("2026-04-02T10:00:00Z", 4);

        String digest = digest(early, late, longer);

        assertThat(digest(longer, late, early))
                .isEqualTo(digest(late, longer, early))
                .isEqualTo(digest);
        assertThat(List.of(
                        digest(),
                        digest(early),
                        digest(late),
                        digest(late, late),
                        digest(early, late),
                        Evidence.asOf(1).build().digest()))
                .doesNotHaveDuplicates()
                .doesNotContain(digest);
    }

    private static String digest(ReportedEvent... events) {
        return Evidence.asOf(1).events("Outage", List.of(events)).build().digest();
    }

    private static ReportedEvent event(String at, long hours) {
        return new ReportedEvent(Instant.parse(at), new TreeMap<>(Map.of("Outage Length", Exact.of(hours))));
    }

    private static MeterColumn column(long value) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        Grid grid = new Grid(day, day.plusDays(1), ZoneId.of("Europe/Dublin"), new TimeSpan(1, TimeSpan.Unit.HOUR));
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 1);
        for (int i = 0; i < grid.size(); i++) {
            column.put(i, value, Quality.ACTUAL);
        }
        return column.build();
    }
}
