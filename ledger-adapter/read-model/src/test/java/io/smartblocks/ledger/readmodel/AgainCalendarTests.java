package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.AgreementId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class AgainCalendarTests {

    private static final AgreementId ONE = new AgreementId("one");
    private static final AgreementId OTHER = new AgreementId("other");

    private static final String READINGS = "readings/" + StoryFixture.METER;

    private final ReadModel model;

    AgainCalendarTests(TestedDatabase database) {
        model = ReadModel.on(database.empty());
    }

    @Test
    void what_an_agreement_reads_is_noted_in_place_of_what_was_noted_before() {
        model.again().watch(List.of(watch(ONE, "readings/a", 0), watch(ONE, "readings/b", 31)));
        model.again().watch(List.of(watch(OTHER, "readings/b", 0)));
        model.again().watch(List.of(watch(ONE, "readings/b", 62)));

        assertThat(model.again().watching(List.of("readings/a", "readings/b")))
                .containsExactlyInAnyOrder(watch(ONE, "readings/b", 62), watch(OTHER, "readings/b", 0));
    }

    @Test
    void pages_are_told_with_who_reads_them_and_only_those_of_the_blocks_asked_about() {
        ChainFixture chain = readings();
        chain.add(StoryFixture.settled("2026-10-01", 0, "{}"));
        chain.blocks().forEach(model::apply);
        AgainCalendar.Watch reader = watch(StoryFixture.AGREEMENT, READINGS, 0);
        model.again().watch(List.of(reader, watch(ONE, READINGS, 0)));

        AgainCalendar.WatchedPages both = only(model.again().pages(1, 3));
        assertThat(both.watch()).isEqualTo(reader);
        assertThat(both.pages().firstDay()).isEqualTo("2026-10-01");
        assertThat(both.pages().all())
                .containsExactly(
                        new Written(READINGS + "/2026-10-01", 2),
                        new Written(READINGS + "/2026-10-02", 2),
                        new Written(READINGS + "/2026-10-02", 3));
        assertThat(only(model.again().pages(2, 3)).pages().firstDay()).isEqualTo("2026-10-02");
        assertThat(model.again().pages(3, 4)).isEmpty();
    }

    @Test
    void pages_behind_all_that_was_settled_concern_only_who_reads_so_far_on() {
        ChainFixture chain = readings();
        chain.add(StoryFixture.settled("2026-09-01", 0, "{}"));
        chain.blocks().forEach(model::apply);

        assertThat(readBy(0)).isEmpty();
        assertThat(readBy(1)).hasSize(1);
        assertThat(readBy(1_000_000)).hasSize(1);
    }

    @Test
    void settlements_are_told_only_where_other_periods_read_them() {
        ChainFixture chain = readings();
        chain.add(StoryFixture.settled("2026-10-01", 0, "{}"));
        chain.blocks().forEach(model::apply);
        String index = "index/" + StoryFixture.INDEX + "/2026-10-01";

        assertThat(model.again().written(1, 4)).extracting(Written::key).containsExactly(index);
        model.again().watch(List.of(watch(StoryFixture.AGREEMENT, "settlement/" + StoryFixture.AGREEMENT, 0)));
        assertThat(model.again().written(1, 4))
                .extracting(Written::key)
                .containsExactly(index, "settlement/" + StoryFixture.AGREEMENT + "/month/2026-10-01/0");
    }

    @Test
    void what_is_found_at_an_instant_is_due_at_that_instant_however_fine_the_clock_is() {
        Instant now = Instant.parse("2026-11-02T10:00:00.000000999Z");
        LookAgain found = new LookAgain(
                ONE,
                "month",
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-11-01"),
                now,
                1,
                1,
                ZoneOffset.UTC,
                3);

        assertThat(model.again().note(List.of(found), model.again().lookedTo(), 1))
                .isTrue();

        assertThat(model.again().due(now, 10)).hasSize(1);
        assertThat(model.again().due(now, ZoneOffset.UTC, 3, 10)).hasSize(1);
        assertThat(model.again().due(now.minusMillis(1), 10)).isEmpty();
    }

    private List<AgainCalendar.WatchedPages> readBy(int readsOn) {
        model.again().watch(List.of(watch(StoryFixture.AGREEMENT, READINGS, readsOn)));
        return model.again().pages(1, 3);
    }

    private static AgainCalendar.WatchedPages only(List<AgainCalendar.WatchedPages> pages) {
        assertThat(pages).hasSize(1);
        return pages.get(0);
    }

    private static ChainFixture readings() {
        ChainFixture chain = new ChainFixture("runtime.bright-esco");
        chain.add(StoryFixture.founded());
        chain.add(StoryFixture.meterRegistered(), StoryFixture.indexRegistered());
        chain.add(
                StoryFixture.recorded(StoryFixture.page("2026-10-02", 2500L)),
                StoryFixture.recorded(StoryFixture.page("2026-10-01", 1500L)),
                StoryFixture.indexValue("2026-10-01", "2026-11-01", "81.20", 0));
        chain.add(StoryFixture.corrected(StoryFixture.page("2026-10-02", 2400L), 1, "read twice"));
        return chain;
    }

    private static AgainCalendar.Watch watch(AgreementId agreement, String source, int readsOn) {
        return new AgainCalendar.Watch(agreement, source, readsOn);
    }
}
