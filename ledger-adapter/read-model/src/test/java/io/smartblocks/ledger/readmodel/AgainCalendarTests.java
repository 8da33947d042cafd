package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.AgreementId;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class AgainCalendarTests {

    private static final AgreementId ONE = new AgreementId("one");
    private static final AgreementId OTHER = new AgreementId("other");

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
    void pages_are_told_by_meter_with_their_first_day_and_only_those_of_the_blocks_asked_about() {
        ChainFixture chain = new ChainFixture("runtime.bright-esco");
        chain.add(StoryFixture.founded());
        chain.add(StoryFixture.meterRegistered(), StoryFixture.indexRegistered());
        chain.add(
                StoryFixture.recorded(StoryFixture.page("2026-10-02", 2500L)),
                StoryFixture.recorded(StoryFixture.page("2026-10-01", 1500L)),
                StoryFixture.indexValue("2026-10-01", "2026-11-01", "81.20", 0));
        chain.add(StoryFixture.corrected(StoryFixture.page("2026-10-02", 2400L), 1, "read twice"));
        chain.blocks().forEach(model::apply);

        WrittenPages both = model.again().pages(1, 3).get(0);
        assertThat(both.source()).isEqualTo("readings/" + StoryFixture.METER);
        assertThat(both.firstDay()).isEqualTo("2026-10-01");
        assertThat(both.all())
                .containsExactly(
                        new Written(both.source() + "/2026-10-01", 2),
                        new Written(both.source() + "/2026-10-02", 2),
                        new Written(both.source() + "/2026-10-02", 3));
        assertThat(model.again().pages(2, 3))
                .singleElement()
                .satisfies(pages -> assertThat(pages.firstDay()).isEqualTo("2026-10-02"));
        assertThat(model.again().pages(3, 3)).isEmpty();
        assertThat(model.again().written(1, 3))
                .extracting(Written::key)
                .containsExactly("index/" + StoryFixture.INDEX + "/2026-10-01");
    }

    private static AgainCalendar.Watch watch(AgreementId agreement, String source, int readsOn) {
        return new AgainCalendar.Watch(agreement, source, readsOn);
    }
}
