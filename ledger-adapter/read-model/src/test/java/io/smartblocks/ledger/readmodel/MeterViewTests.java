package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class MeterViewTests {

    private static final LocalDate OCTOBER = LocalDate.parse("2026-10-01");
    private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-01");

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final ReadModel model;

    MeterViewTests(TestedDatabase database) {
        model = ReadModel.on(database.empty());
    }

    @BeforeEach
    void recordAndCorrect() {
        chain.add(StoryFixture.founded());
        chain.add(StoryFixture.meterRegistered(), StoryFixture.indexRegistered());
        chain.add(
                StoryFixture.recorded(StoryFixture.page("2026-10-01", 1500L)),
                StoryFixture.recorded(StoryFixture.page("2026-10-02", 2500L)),
                StoryFixture.indexValue("2026-10-01", "2026-11-01", "81.20", 0));
        chain.add(StoryFixture.corrected(StoryFixture.page("2026-10-01", 1400L), 1, "read twice"));
        chain.add(StoryFixture.indexValue("2026-10-01", "2026-11-01", "80.00", 1));
        chain.blocks().forEach(model::apply);
    }

    @Test
    void readings_can_be_read_as_of_any_block() {
        assertThat(values(1)).isEmpty();
        assertThat(values(2)).containsExactly("1.500", "2.500");
        assertThat(values(3)).containsExactly("1.400", "2.500");
        assertThat(values(99)).containsExactly("1.400", "2.500");
    }

    @Test
    void a_page_tells_its_revision_reason_and_transaction() {
        RecordedPage corrected =
                model.meters().pages(StoryFixture.METER, OCTOBER, NOVEMBER).get(0);

        assertThat(corrected.revision()).isOne();
        assertThat(corrected.reason()).isEqualTo("read twice");
        assertThat(corrected.block()).isEqualTo(3);
        assertThat(corrected.recordedBy()).isEqualTo(StoryFixture.RUNTIME);
        assertThat(corrected.transaction())
                .contains(chain.blocks().get(3).transactions().get(0).id());
        assertThat(corrected.page()).isEqualTo(StoryFixture.page("2026-10-01", 1400L));
    }

    @Test
    void the_digest_of_a_page_follows_its_content() {
        RecordedPage before =
                model.meters().pages(StoryFixture.METER, OCTOBER, NOVEMBER, 2).get(0);
        RecordedPage after =
                model.meters().pages(StoryFixture.METER, OCTOBER, NOVEMBER, 3).get(0);

        assertThat(before.digest()).isNotEqualTo(after.digest());
    }

    @Test
    void the_last_day_asked_for_is_not_part_of_the_answer() {
        assertThat(model.meters().pages(StoryFixture.METER, OCTOBER, LocalDate.parse("2026-10-02")))
                .extracting(page -> page.page().day())
                .containsExactly(OCTOBER);
    }

    @Test
    void missing_readings_come_back_missing() {
        MeterId hourly = new MeterId("IE-9001/hourly");
        List<Long> values = new ArrayList<>();
        for (int hour = 0; hour < 25; hour++) {
            values.add(hour == 3 || hour == 24 ? null : Long.valueOf(hour * 1000L));
        }
        ReadingsPage page = ReadingsPage.of(
                hourly, LocalDate.parse("2026-10-25"), StoryFixture.DUBLIN, new Interval("PT1H"), "kWh", 2, values);
        model.apply(chain.add(StoryFixture.recorded(page)));

        assertThat(model.meters().latest(hourly))
                .hasValueSatisfying(latest -> assertThat(latest.page()).isEqualTo(page));
    }

    @Test
    void readings_of_many_meters_are_the_same_as_page_by_page_as_of_any_block() {
        MeterId hourly = new MeterId("IE-9001/hourly");
        List<Long> values = new ArrayList<>(Collections.nCopies(24, 1L));
        values.set(0, null);
        model.apply(chain.add(StoryFixture.recorded(
                ReadingsPage.of(hourly, OCTOBER, StoryFixture.DUBLIN, new Interval("PT1H"), "kWh", 2, values))));
        List<MeterDays> wanted = new ArrayList<>();
        for (int days = 0; days < 13; days++) {
            wanted.add(new MeterDays(StoryFixture.METER, OCTOBER, OCTOBER.plusDays(days)));
        }
        wanted.add(new MeterDays(hourly, OCTOBER, NOVEMBER));
        wanted.add(new MeterDays(new MeterId("nowhere"), OCTOBER, NOVEMBER));

        for (long block = 0; block < model.height(); block++) {
            Map<MeterDays, List<DayReadings>> found = model.meters().readings(wanted, block);
            for (MeterDays days : wanted) {
                assertThat(found.get(days))
                        .usingRecursiveFieldByFieldElementComparator()
                        .containsExactlyElementsOf(
                                model.meters().pages(days.meter(), days.from(), days.to(), block).stream()
                                        .map(MeterViewTests::numbers)
                                        .toList());
            }
        }
        assertThat(model.meters().readings(wanted, model.height()).get(wanted.get(13)))
                .singleElement()
                .satisfies(day -> {
                    assertThat(day.hasFirst()).isFalse();
                    assertThat(day.values()[1]).isEqualTo(1);
                });
    }

    private static DayReadings numbers(RecordedPage recorded) {
        ReadingsPage page = recorded.page();
        return new DayReadings(
                page.meter(),
                page.day(),
                page.zone().getId(),
                page.interval().value(),
                page.unit(),
                page.scale(),
                page.values().stream()
                        .mapToLong(value -> value == null ? DayReadings.MISSING : value)
                        .toArray(),
                page.quality(),
                recorded.digest().bytes());
    }

    @Test
    void the_latest_and_the_first_day_of_a_meter_are_known() {
        assertThat(model.meters().latest(StoryFixture.METER))
                .hasValueSatisfying(page -> assertThat(page.page().day()).isEqualTo("2026-10-02"));
        assertThat(model.meters().firstDay(StoryFixture.METER)).contains(OCTOBER);
        assertThat(model.meters().latest(new MeterId("nowhere"))).isEmpty();
    }

    @Test
    void a_meter_comes_back_as_registered() {
        assertThat(model.meters().meter(StoryFixture.METER))
                .hasValueSatisfying(meter -> assertThat(meter.operator()).isEqualTo(new MemberId("bright-esco")));
        assertThat(model.meters().meters()).hasSize(1);
        assertThat(model.meters().after("", 2)).isEqualTo(model.meters().meters());
        assertThat(model.meters().after(StoryFixture.METER.value(), 2)).isEmpty();
    }

    @Test
    void index_values_can_be_read_as_of_any_block() {
        assertThat(figures(1)).isEmpty();
        assertThat(figures(3)).containsExactly(new BigDecimal("81.20"));
        assertThat(figures(4)).containsExactly(new BigDecimal("80.00"));
        assertThat(model.indexes().indexes()).extracting(index -> index.unit()).containsExactly("EUR/MWh");
    }

    private List<String> values(long asOfBlock) {
        return model.meters().pages(StoryFixture.METER, OCTOBER, NOVEMBER, asOfBlock).stream()
                .map(page -> page.page().valueAt(0).orElseThrow().toPlainString())
                .toList();
    }

    private List<BigDecimal> figures(long asOfBlock) {
        LocalDate day = LocalDate.parse("2026-10-31");
        return model.indexes().values(StoryFixture.INDEX, day, NOVEMBER, asOfBlock).stream()
                .map(value -> value.state().value().value())
                .toList();
    }
}
