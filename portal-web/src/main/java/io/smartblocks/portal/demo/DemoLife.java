package io.smartblocks.portal.demo;

import io.smartblocks.ledger.state.StateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/** What happens on the demo site as its time passes: meters read, prices, forecasts, payments, disputes; and settling. */
final class DemoLife {

    /** Like days are looked for before the first month too. */
    private static final int DAYS_BEFORE = 21;

    private static final LocalTime FOUNDED = LocalTime.of(9, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 30);

    private final DemoSite site;
    private final DemoLedger ledger;
    private final CampusSimulator campus;
    private final DemoReadings readings;
    private final DemoPrices prices;
    private final DemoFactors factors;
    private final HourlyPrices hourly;
    private final DemoForecasts forecasts;
    private final DemoPayments payments;
    private final DemoDealings dealings;
    private final DemoAgreements agreements;
    private final DemoHome home;
    private final Settling settling;
    private final CatchUpClock clock;
    private final ZoneId zone;

    DemoLife(
            DemoSite site,
            DemoLedger ledger,
            CampusSimulator campus,
            Settling settling,
            CatchUpClock clock,
            ZoneId zone) {
        this.site = site;
        this.ledger = ledger;
        this.campus = campus;
        this.readings = new DemoReadings(ledger.gateway(DemoMember.METER_GATEWAY), campus, zone);
        this.prices = new DemoPrices(ledger, campus.chance());
        this.factors = new DemoFactors(ledger, campus.chance());
        this.hourly = new HourlyPrices(ledger, campus.chance(), zone);
        this.forecasts = new DemoForecasts(ledger, campus, zone);
        YearMonth firstMonth = site.calendar().firstMonth();
        this.payments = new DemoPayments(ledger, firstMonth, campus.chance());
        this.dealings = new DemoDealings(ledger, firstMonth);
        this.agreements = new DemoAgreements(ledger, firstMonth);
        this.home = new DemoHome(ledger, firstMonth, zone);
        this.settling = settling;
        this.clock = clock;
        this.zone = zone;
    }

    /** Lives through the past, or through what is left of it, and starts the clock. */
    void catchUpWithPast() {
        LocalDate founding = site.calendar().firstMonth().atDay(1).minusDays(DAYS_BEFORE);
        stand(founding, FOUNDED);
        new DemoFounding(ledger, zone).complete();
        remember();
        agreements.conclude();
        home.conclude(today(clock.instant()));
        LocalDate day = latest(founding, today(ledger.newestBlock()));
        for (; day.isBefore(site.calendar().liveFrom()); day = day.plusDays(1)) {
            stand(day, MORNING);
            pass(day.minusDays(1), clock.instant());
            settling.settleDue();
        }
        stand(day, MORNING);
        clock.run();
    }

    /** Records the year before the library was insulated, for its baseline. */
    private void remember() {
        List<YearMonth> before = site.calendar().beforeTheWorks();
        LocalDate last = before.get(before.size() - 1).atEndOfMonth();
        List<CampusMeter> meters = List.of(CampusMeter.LIBRARY_GAS, CampusMeter.OUTDOOR_TEMPERATURE);
        if (meters.stream()
                .anyMatch(meter -> ledger.states()
                        .state(StateKey.readings(meter.id(), last))
                        .isEmpty())) {
            before.forEach(month -> readings.recordPast(meters, month, clock.instant()));
        }
    }

    /** Does what has become due since it was last called. */
    void goOn(Instant since) {
        Instant now = clock.instant();
        today(since).minusDays(1).datesUntil(today(now).plusDays(1)).forEach(day -> pass(day, now));
    }

    private void pass(LocalDate day, Instant now) {
        readings.record(day, now);
        YearMonth firstMonth = site.calendar().firstMonth();
        LocalDate today = today(now);
        readOff(today);
        prices.publish(firstMonth, YearMonth.from(today));
        factors.publish(firstMonth.minusMonths(1), YearMonth.from(today));
        hourly.publish(day);
        if (!day.isBefore(firstMonth.plusMonths(2).atDay(1))) {
            forecasts.predict(today.plusDays(1), now);
        }
        agreements.amend(today);
        dealings.goOn(today);
        home.goOn(today);
        payments.record(today);
    }

    /** Reads off in the third month what the boiler house did not send in the second, which was settled by then. */
    private void readOff(LocalDate today) {
        LocalDate day = campus.readLate();
        boolean time =
                !today.isBefore(site.calendar().firstMonth().plusMonths(2).atDay(20));
        if (time
                && ledger.states()
                        .state(StateKey.readings(CampusMeter.BOILER_GAS.id(), day))
                        .isEmpty()) {
            readings.recordLate();
        }
    }

    /** Time never goes back behind the newest block. */
    private void stand(LocalDate day, LocalTime time) {
        Instant instant = day.atTime(time).atZone(zone).toInstant();
        Instant newest = ledger.newestBlock();
        clock.standAt(instant.isBefore(newest) ? newest : instant);
    }

    private LocalDate today(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Settles every period that is due by the site's clock, with all blocks so far read. */
    @FunctionalInterface
    interface Settling {
        void settleDue();
    }
}
