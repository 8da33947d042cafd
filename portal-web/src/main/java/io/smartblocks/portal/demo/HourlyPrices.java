package io.smartblocks.portal.demo;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexPage;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.Interval;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Publishes the price of power for each hour of a week when the week begins. */
record HourlyPrices(DemoLedger ledger, Chance chance, ZoneId zone) {

    private static final String PUBLISHER = "Emerald Power Exchange";
    private static final String NAME = "Hourly Price";
    static final IndexId INDEX = IndexId.of(PUBLISHER, NAME);

    private static final Interval HOUR = new Interval("PT1H");
    /** By the local hour, in ten thousandths of a euro per kWh. */
    private static final int[] USUAL = {
        820, 790, 770, 760, 780, 850, 1010, 1220, 1290, 1180, 1090, 1040, 1010, 990, 1000, 1060, 1230, 1480, 1530, 1390,
        1200, 1060, 950, 870
    };

    static RegisterIndex registration(ZoneId zone) {
        return new RegisterIndex(
                INDEX, DemoMember.POWER_EXCHANGE.id(), NAME, "EUR per kWh", Optional.of(HOUR), Optional.of(zone));
    }

    /** Publishes the days of the current week that are missing. */
    void publish(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        ledger.stateAll(
                DemoMember.POWER_EXCHANGE,
                monday.datesUntil(monday.plusWeeks(1))
                        .filter(day -> ledger.states()
                                .state(StateKey.indexPage(INDEX, day))
                                .isEmpty())
                        .map(day -> new DemoLedger.Request("hourly-price/" + day, new PublishIndexPage(page(day))))
                        .toList());
    }

    private IndexPage page(LocalDate day) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < HOUR.valuesOn(day, zone); i++) {
            int hour = HOUR.startOf(day, zone, i).atZone(zone).getHour();
            int drift = chance.of(50).drifting(140, 4, day.toEpochDay());
            values.add(BigDecimal.valueOf(
                    USUAL[hour] + drift + chance.of(51).around(60, day.toEpochDay() * 25 + i), 4));
        }
        return IndexPage.of(INDEX, day, zone, HOUR, values);
    }
}
