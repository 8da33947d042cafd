package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageBytesTests {

    private static final MeterId METER = new MeterId("IE-9001/import");
    private static final LocalDate DAY = LocalDate.parse("2026-10-25");
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final long LARGEST = (1L << 53) - 1;

    private final Random chance = new Random(11);
    private final PageReading reading = new PageReading();

    @Test
    void what_was_written_is_read_again_one_page_after_the_other() {
        for (int i = 0; i < 500; i++) {
            ReadingsState state = new ReadingsState(
                    page(1 + chance.nextInt(300)), new MemberId("metering"), chance.nextInt(100_000), word());
            byte[] body = PageBytes.of(state);

            RecordedPage read = reading.page(METER, DAY, body, 7, Optional.empty());

            assertThat(read.page()).isEqualTo(state.page());
            assertThat(read.recordedBy()).isEqualTo(state.recordedBy());
            assertThat(read.revision()).isEqualTo(state.revision());
            assertThat(read.reason()).isEqualTo(state.reason());
            assertThat(read.digest()).isEqualTo(Hash.of(CanonicalJson.write(state.page())));
        }
    }

    @Test
    void the_plain_numbers_are_those_of_the_page() {
        for (int i = 0; i < 100; i++) {
            ReadingsPage page = page(96);
            DayReadings read =
                    reading.numbers(METER, DAY, PageBytes.of(new ReadingsState(page, new MemberId("m"), 0, "")));

            assertThat(Arrays.stream(read.values())
                            .mapToObj(value -> value == DayReadings.MISSING ? null : (Long) value)
                            .toList())
                    .isEqualTo(page.values());
            assertThat(read.quality()).isEqualTo(page.quality());
            assertThat(List.of(read.zone(), read.interval(), read.unit(), read.scale()))
                    .isEqualTo(List.of(page.zone().getId(), page.interval().value(), page.unit(), page.scale()));
        }
    }

    @Test
    void a_day_of_quarters_of_an_hour_that_a_building_uses_takes_a_fifth_of_its_text() {
        List<Long> values = new ArrayList<>();
        for (int quarter = 0; quarter < 96; quarter++) {
            values.add(20_000L + Math.round(5_000 * Math.sin(quarter / 15.0)) + chance.nextInt(60));
        }
        ReadingsPage page = ReadingsPage.of(METER, DAY, DUBLIN, Interval.ofMinutes(15), "kWh", 3, values);
        ReadingsState state = new ReadingsState(page, new MemberId("metering"), 0, "");

        assertThat(PageBytes.of(state).length * 3)
                .isLessThan(CanonicalJson.write(state).length());
    }

    @Test
    void every_version_of_a_day_has_a_place_of_its_own_between_the_days_beside_it() {
        long before = PagePlace.of(5, DAY.minusDays(1), 65_535);
        long first = PagePlace.of(5, DAY, 0);
        long last = PagePlace.of(5, DAY, 65_535);
        long after = PagePlace.of(5, DAY.plusDays(1), 0);

        assertThat(List.of(before, first, last, after)).isSorted();
        assertThat(PagePlace.day(first)).isEqualTo(DAY);
        assertThat(PagePlace.day(last)).isEqualTo(DAY);
        assertThat(last / PagePlace.OF_A_METER).isEqualTo(5);
        assertThat(PagePlace.of(6, LocalDate.of(0, 1, 1), 0)).isGreaterThan(PagePlace.first(5, LocalDate.MAX));
    }

    @Test
    void what_has_no_place_of_its_own_gives_way() {
        LocalDate beforeAllCalendars = LocalDate.of(-5, 3, 1);

        assertThat(PagePlace.mayBeTaken(DAY, 65_535)).isFalse();
        assertThat(PagePlace.mayBeTaken(DAY, 65_536)).isTrue();
        assertThat(PagePlace.of(5, DAY, 65_536)).isEqualTo(PagePlace.of(5, DAY, 0));
        assertThat(PagePlace.mayBeTaken(beforeAllCalendars, 0)).isTrue();
        assertThat(PagePlace.of(5, beforeAllCalendars, 0)).isEqualTo(PagePlace.of(5, LocalDate.of(0, 1, 1), 0));
    }

    private ReadingsPage page(int size) {
        List<Long> values = new ArrayList<>();
        StringBuilder quality = new StringBuilder();
        StringBuilder flags = new StringBuilder();
        boolean plain = chance.nextBoolean();
        for (int i = 0; i < size; i++) {
            boolean missing = !plain && chance.nextInt(5) == 0;
            values.add(missing ? null : (Long) value());
            quality.append(missing ? '-' : plain ? 'A' : "AEC".charAt(chance.nextInt(3)));
            flags.append(".RNODSKV".charAt(chance.nextInt(8)));
        }
        return new ReadingsPage(
                METER,
                DAY,
                chance.nextBoolean() ? DUBLIN : ZoneId.of("Asia/Kathmandu"),
                Instant.ofEpochSecond(chance.nextInt(), chance.nextInt(1_000_000_000)),
                chance.nextBoolean() ? Interval.ofMinutes(15) : new Interval("P1D"),
                chance.nextBoolean() ? "kWh" : "m³",
                chance.nextInt(15),
                values,
                quality.toString(),
                plain ? Optional.empty() : Optional.of(flags.toString()));
    }

    private long value() {
        return switch (chance.nextInt(4)) {
            case 0 -> chance.nextInt(100);
            case 1 -> chance.nextBoolean() ? LARGEST : -LARGEST;
            default -> chance.nextLong() % LARGEST;
        };
    }

    private String word() {
        return chance.nextBoolean() ? "" : "Zähler \"getauscht\" 点検 🔥".substring(0, chance.nextInt(20));
    }
}
