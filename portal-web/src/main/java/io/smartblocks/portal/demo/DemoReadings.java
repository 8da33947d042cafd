package io.smartblocks.portal.demo;

import io.smartblocks.ledger.meter.Forwarded;
import io.smartblocks.ledger.meter.ImportProgress;
import io.smartblocks.ledger.meter.MeterGateway;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Brings to the ledger what the campus meters have read by now. */
record DemoReadings(MeterGateway gateway, CampusSimulator campus, ZoneId zone) {

    /** Records the readings of one local day whose intervals have ended by now, all meters in one batch. */
    void record(LocalDate day, Instant now) {
        submit(
                day.toString(),
                Arrays.stream(CampusMeter.values())
                        .map(meter -> read(meter, day, now))
                        .filter(page -> page.missing() < page.values().size())
                        .toList());
    }

    /** Records what some meters had read before the site existed, a month in one batch. */
    void recordPast(List<CampusMeter> meters, YearMonth month, Instant now) {
        submit(
                month.toString(),
                month.atDay(1)
                        .datesUntil(month.plusMonths(1).atDay(1))
                        .flatMap(day -> meters.stream().map(meter -> read(meter, day, now)))
                        .toList());
    }

    /** Records what was read off long after its day. */
    void recordLate() {
        LocalDate day = campus.readLate();
        CampusMeter meter = CampusMeter.BOILER_GAS;
        submit(
                day + ", late",
                List.of(ReadingsPage.of(
                        meter.id(),
                        day,
                        zone,
                        meter.interval(),
                        meter.unit(),
                        meter.scale(),
                        List.of(campus.lateReading()))));
    }

    private void submit(String when, List<ReadingsPage> pages) {
        Forwarded outcome = gateway.submit(pages, ImportProgress.SILENT);
        if (!(outcome instanceof Forwarded.Stored)) {
            throw new IllegalStateException("The readings of " + when + " were not recorded: " + outcome);
        }
    }

    private ReadingsPage read(CampusMeter meter, LocalDate day, Instant now) {
        List<OptionalLong> read = campus.readings(meter, day);
        List<@Nullable Long> values = new ArrayList<>(read.size());
        for (int i = 0; i < read.size(); i++) {
            boolean ended = !meter.interval().startOf(day, zone, i + 1).isAfter(now);
            OptionalLong value = read.get(i);
            values.add(ended && value.isPresent() ? Long.valueOf(value.getAsLong()) : null);
        }
        return ReadingsPage.of(meter.id(), day, zone, meter.interval(), meter.unit(), meter.scale(), values);
    }
}
