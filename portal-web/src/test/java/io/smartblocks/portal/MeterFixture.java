package io.smartblocks.portal;

import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Two electricity meters with a month of quarter hours, of which one day is missing and one estimated, and a silent one. */
final class MeterFixture {

    static final MeterId IMPORT = new MeterId("IE-9001/import");
    static final MeterId EXPORT = new MeterId("IE-9001/export");
    static final MeterId GAS = new MeterId("IE-9002/gas");
    static final ZoneId ZONE = ZoneId.of("Europe/Dublin");
    static final LocalDate FROM = LocalDate.of(2026, 10, 1);
    static final LocalDate END = LocalDate.of(2026, 11, 1);
    static final LocalDate ESTIMATED = LocalDate.of(2026, 10, 14);
    static final LocalDate MISSING = LocalDate.of(2026, 10, 21);

    private static final Interval QUARTER = Interval.ofMinutes(15);

    private final SiteFixture site;

    MeterFixture(SiteFixture site) {
        this.site = site;
    }

    void build() {
        register(IMPORT, "Grid import", "electricity", "kWh", QUARTER);
        register(EXPORT, "Grid export", "electricity", "kWh", QUARTER);
        register(GAS, "Boiler gas", "gas", "kWh", new Interval("P1D"));
        FROM.datesUntil(END).filter(day -> !day.equals(MISSING)).forEach(day -> {
            record(IMPORT, day, day.equals(ESTIMATED));
            record(EXPORT, day, false);
        });
    }

    /** What the import meter reads in each quarter hour of a day: more by day than at night. */
    static long reading(MeterId meter, int quarter) {
        return meter.equals(EXPORT) ? 100 : 800 + 15 * Math.max(0, 48 - Math.abs(48 - quarter));
    }

    private void register(MeterId meter, String label, String energy, String unit, Interval interval) {
        site.submit(
                SiteFixture.METERING,
                new RegisterMeter(meter, SiteFixture.METERING, label, "Nimbus Campus", energy, unit, interval, ZONE));
    }

    private void record(MeterId meter, LocalDate day, boolean estimated) {
        int count = QUARTER.valuesOn(day, ZONE);
        List<Long> values = LongStream.range(0, count)
                .map(quarter -> reading(meter, (int) quarter))
                .boxed()
                .toList();
        String quality = IntStream.range(0, count)
                .mapToObj(quarter -> estimated && quarter < 3 ? "E" : "A")
                .reduce("", String::concat);
        site.submit(
                SiteFixture.METERING,
                new RecordReadings(new ReadingsPage(
                        meter,
                        day,
                        ZONE,
                        QUARTER.startOf(day, ZONE, 0),
                        QUARTER,
                        "kWh",
                        2,
                        Collections.unmodifiableList(values),
                        quality)));
    }
}
