package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A supply of 10 kWh an hour at 0.20 EUR per kWh, settled by months of 2026, which its parties amend and end. */
final class SupplyFixture implements AutoCloseable {

    private static final String TERMS = """
            in force from 1 January 2026 to %s.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1".
            period Billing Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            Price is %s EUR per kWh.
            Reading Charge is Import Meter * Price.
            Energy Charge is the total of Reading Charge over Billing Month.
            clause 1.1 "Supply":
              Client shall pay Energy Charge to Supplier within 14 days after settlement.
            when readings of Import Meter are missing, hold settlement.
            """;
    static final String YEAR_END = "31 December 2026";

    final SiteFixture site;
    final AgreementId id;

    SupplyFixture(Path directory) {
        this(directory, "");
    }

    /** With further sentences in the text. */
    SupplyFixture(Path directory, String more) {
        this(new SiteFixture(directory), more);
    }

    /** On a site of its own. */
    SupplyFixture(SiteFixture site, String more) {
        this.site = site;
        site.meter("IE-1");
        id = site.active("supply", "contract \"supply\" version 1.0.\n" + TERMS.formatted(YEAR_END, "0.20") + more);
    }

    /** The next version at another price from a day on, in force until {@code lastDay}. */
    void amended(String version, String before, String from, String lastDay, String price) {
        site.amended(
                id,
                version,
                "contract \"supply\" version %s, in place of version %s from %s.\n".formatted(version, before, from)
                        + TERMS.formatted(lastDay, price));
    }

    /** Readings up to a day, and a sweep at ten o'clock of another. */
    SweepReport swept(String readFrom, String readTo, String on) {
        site.at(on + "T10:00:00");
        site.readings("IE-1", readFrom, readTo, 10);
        return site.sweep().runAll();
    }

    /** Version, days and amount of each settlement, such as {@code 1.0 2026-01-01/2026-02-01 1488.00}. */
    List<String> settled() {
        return records().stream()
                .map(record -> "%s %s/%s %s"
                        .formatted(
                                record.settlement().version(),
                                record.settlement().from(),
                                record.settlement().to(),
                                record.documents().get(0).net().orElseThrow().toPlainString()))
                .toList();
    }

    /** What comes of verifying each settlement as of its block. */
    List<Verification> verified() {
        VerifyingSettlement verifying = site.verifying();
        return records().stream().map(verifying::verify).toList();
    }

    private List<SettlementRecord> records() {
        Waiting.forHeight(site.model, site.ledger.height());
        return site.model.settlements().of(id).stream()
                .sorted(Comparator.comparing(record -> record.settlement().from()))
                .toList();
    }

    @Override
    public void close() {
        site.close();
    }
}
