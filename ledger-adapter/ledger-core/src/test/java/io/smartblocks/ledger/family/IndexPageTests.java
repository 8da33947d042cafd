package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.IndexPageState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexPage;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexValue;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexPage;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Payload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IndexPageTests {

    private static final IndexId SPOT = new IndexId("exchange/day-ahead");
    private static final IndexId MONTHLY = new IndexId("exchange/monthly");
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final Interval HOUR = Interval.ofMinutes(60);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    @ParameterizedTest
    @MethodSource("rows")
    void who_may_publish_which_page(Row row) {
        row.holdsOn(withPage());
    }

    static Stream<Row> rows() {
        LocalDate next = DAY.plusDays(1);
        return Stream.of(
                allowed("the publisher goes on", "exchange", publish(page(next, 24, "0.11"))),
                refused("others do not", "stranger", publish(page(next, 24, "0.11")), RefusalCode.NOT_ALLOWED),
                refused("the same again", "exchange", publish(page(DAY, 24, "0.100")), RefusalCode.NOTHING_CHANGES),
                refused("another value", "exchange", publish(page(DAY, 24, "0.2")), RefusalCode.INDEX_RANGE_TAKEN),
                differs("too few hours", publish(page(next, 23, "0.1"))),
                differs("another zone", publish(IndexPage.of(SPOT, next, ZoneId.of("UTC"), HOUR, hours(24, "1")))),
                differs(
                        "another interval",
                        publish(IndexPage.of(SPOT, next, DUBLIN, Interval.ofMinutes(30), hours(48, "1")))),
                differs("an index without hours", publish(IndexPage.of(MONTHLY, next, DUBLIN, HOUR, hours(24, "1")))),
                differs("values for days of an index with hours", new PublishIndexValues(SPOT, List.of(month()))),
                differs("nor are they corrected", new CorrectIndexValue(SPOT, month(), "typo")),
                refused(
                        "no value at all",
                        "exchange",
                        publish(IndexPage.of(SPOT, next, DUBLIN, HOUR, only(99, "1"))),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "a day outside of all calendars",
                        "exchange",
                        publish(page(LocalDate.of(2300, 1, 1), 24, "1")),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "nothing to correct",
                        "exchange",
                        new CorrectIndexPage(page(next, 24, "1"), "typo"),
                        RefusalCode.VALUE_UNKNOWN),
                refused(
                        "a correction without reason",
                        "exchange",
                        new CorrectIndexPage(page(DAY, 24, "1"), ""),
                        RefusalCode.REASON_MISSING),
                refused(
                        "a correction of nothing",
                        "exchange",
                        new CorrectIndexPage(page(DAY, 24, "0.1"), "typo"),
                        RefusalCode.NOTHING_CHANGES),
                invalid("an interval without zone", register(Optional.of(HOUR), Optional.empty())),
                invalid("a zone without interval", register(Optional.empty(), Optional.of(DUBLIN))),
                invalid("a day is no part of a day", register(Optional.of(new Interval("P1D")), Optional.of(DUBLIN))),
                invalid(
                        "an hour that the clocks break",
                        register(Optional.of(HOUR), Optional.of(ZoneId.of("Australia/Lord_Howe")))));
    }

    @Test
    void a_correction_replaces_single_hours_and_keeps_its_reason() {
        World world = withPage();
        world.must(
                "exchange",
                new CorrectIndexPage(IndexPage.of(SPOT, DAY, DUBLIN, HOUR, only(7, "-0.02")), "decimal point"));

        IndexPageState standing = world.at(StateKey.indexPage(SPOT, DAY), IndexPageState.class);
        assertThat(standing.revision()).isEqualTo(1);
        assertThat(standing.reason()).isEqualTo("decimal point");
        assertThat(standing.page().valueAt(7)).contains(new BigDecimal("-0.02"));
        assertThat(standing.page().valueAt(8)).contains(new BigDecimal("0.1"));
    }

    @Test
    void hours_that_were_missing_are_filled() {
        World world = withPage();
        LocalDate next = DAY.plusDays(1);
        world.must("exchange", publish(IndexPage.of(SPOT, next, DUBLIN, HOUR, only(0, "0.3"))));
        world.must("exchange", publish(IndexPage.of(SPOT, next, DUBLIN, HOUR, only(1, "0.4"))));
        refused(
                        "but not changed",
                        "exchange",
                        publish(IndexPage.of(SPOT, next, DUBLIN, HOUR, only(1, "0.5"))),
                        RefusalCode.INDEX_RANGE_TAKEN)
                .holdsOn(world);

        IndexPage page =
                world.at(StateKey.indexPage(SPOT, next), IndexPageState.class).page();
        assertThat(page.missing()).isEqualTo(22);
        assertThat(page.valueAt(0)).contains(new BigDecimal("0.3"));
        assertThat(page.valueAt(1)).contains(new BigDecimal("0.4"));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-25, 25", "2027-03-28, 23"})
    void the_days_on_which_clocks_change_have_their_own_number_of_hours(LocalDate day, int hours) {
        World world = withPage();
        differs("a usual day", publish(page(day, 24, "0.1"))).holdsOn(world);
        allowed("this day", "exchange", publish(page(day, hours, "0.1"))).holdsOn(world);
    }

    private static World withPage() {
        World world = World.peopled();
        world.must("exchange", register(Optional.of(HOUR), Optional.of(DUBLIN)));
        world.must("exchange", new RegisterIndex(MONTHLY, new MemberId("exchange"), "Monthly", "EUR"));
        world.must("exchange", publish(page(DAY, 24, "0.1")));
        return world;
    }

    private static Row differs(String title, Payload payload) {
        return refused(title, "exchange", payload, RefusalCode.PAGE_DIFFERS_FROM_INDEX);
    }

    private static Row invalid(String title, RegisterIndex index) {
        RegisterIndex other = new RegisterIndex(
                new IndexId("exchange/other"),
                index.publisher(),
                index.label(),
                index.unit(),
                index.interval(),
                index.zone());
        return refused(title, "exchange", other, RefusalCode.INVALID_CONTENT);
    }

    private static RegisterIndex register(Optional<Interval> interval, Optional<ZoneId> zone) {
        return new RegisterIndex(SPOT, new MemberId("exchange"), "Day ahead", "EUR per kWh", interval, zone);
    }

    private static PublishIndexPage publish(IndexPage page) {
        return new PublishIndexPage(page);
    }

    private static IndexPage page(LocalDate day, int hours, String value) {
        return IndexPage.of(SPOT, day, DUBLIN, HOUR, hours(hours, value));
    }

    private static IndexValue month() {
        return new IndexValue(DAY, DAY.plusMonths(1), BigDecimal.ONE);
    }

    private static List<@Nullable BigDecimal> hours(int count, String value) {
        return new ArrayList<>(Collections.nCopies(count, new BigDecimal(value)));
    }

    private static List<@Nullable BigDecimal> only(int hour, String value) {
        List<@Nullable BigDecimal> values = new ArrayList<>(Collections.nCopies(24, null));
        if (hour < values.size()) {
            values.set(hour, new BigDecimal(value));
        }
        return values;
    }
}
