package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.time.LocalDate;

/** Small agreements over one hourly meter, and months of even readings. */
final class MonthFixture {

    private static final String HEAD = """
            contract "Small" version 1.0.
            in force from 1 January 2026 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1/import".
            period Billing Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            when readings of Import Meter are missing, hold settlement, notify Supplier, Client.
            Energy Used is the total of Import Meter over Billing Month.
            """;

    private MonthFixture() {}

    static Agreement agreement(String sentences) {
        return SharedFiles.compiled("small", HEAD + sentences);
    }

    /** A month in which the meter reads the same every hour. */
    static Case month(Agreement agreement, LocalDate from, long perHour) {
        return of(agreement, from, evidence(agreement, from, perHour).build());
    }

    static Case of(Agreement agreement, LocalDate from, Evidence evidence) {
        SettlementPeriod period =
                new PeriodCalendar(agreement).starting("Billing Month", from).orElseThrow();
        return new Case(agreement, period, evidence);
    }

    static Evidence.Builder evidence(Agreement agreement, LocalDate from, long perHour) {
        Grid grid = new Grid(
                from,
                from.plusMonths(1),
                agreement.settings().zone(),
                agreement.meters().get(0).every());
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 0);
        for (int i = 0; i < grid.size(); i++) {
            column.put(i, perHour, Quality.ACTUAL);
        }
        return Evidence.asOf(7).column("Import Meter", column.build());
    }
}
