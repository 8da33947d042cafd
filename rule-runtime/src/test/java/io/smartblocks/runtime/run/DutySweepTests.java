package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.settlement.DutyWords;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Duties on the ledger: they stand as due in the committed statement, and nothing says that they were done or not. */
class DutySweepTests {

    private static final String HEAT = """
            contract "heat" version 1.0.
            in force from 1 January 2026 to 28 February 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Heat Meter registers kWh every 1 day from "meter/IE-R", rolls over at 10,000 kWh.
            asset Certificate is counted in certificates.
            period Billing Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            Heat is the total of Heat Meter over Billing Month.
            clause 1 "Supply":
              Client shall pay Heat * 0.333 EUR per kWh within 14 days after settlement:
                33.3 % of (Heat * 0.333 EUR per kWh) to Supplier described as "network", the rest to Supplier.
            clause 2 "Certificates":
              Supplier shall transfer Heat / 10 kWh per certificate of Certificate to Client at settlement.
            clause 3 "Log": Supplier shall "hand over the log" within 6 months after the end of Billing Month.
            clause 4 "Interest": when clause 1 is breached, Client shall pay 50 EUR to Supplier at settlement.
            clause 5 "Exit": when clause 1 is breached for more than 10 days, Supplier may terminate on 30 days notice.
            clause 3 survives the end of this agreement for 1 year.
            when readings of Heat Meter are missing, hold settlement, notify Client.
            """;

    @TempDir
    private Path directory;

    private SiteFixture site;

    @BeforeEach
    void open() {
        site = new SiteFixture(directory);
        site.register("IE-R");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void duties_stand_as_due_and_nothing_is_settled_after_the_end() {
        AgreementId heat = site.active("heat", HEAT);
        site.at("2026-10-20T10:00:00");
        site.stand("IE-R", "2026-01-01", 0);
        site.stand("IE-R", "2026-02-01", 310);
        site.stand("IE-R", "2026-03-01", 610);
        site.stand("IE-R", "2026-04-01", 910);

        SweepReport report = site.sweep().runAll();

        assertThat(report.items())
                .extracting(item -> item.period() + " " + item.from() + " " + item.result())
                .containsExactly(
                        "Billing Month 2026-01-01 SETTLED",
                        "Billing Month 2026-02-01 SETTLED",
                        "Billing Month 2026-02-28 CLOSED",
                        "Billing Month (clause 1 breached) 2026-01-01 SETTLED",
                        "Billing Month (clause 1 breached) 2026-02-01 SETTLED");
        assertThat(statements(heat, "Billing Month (clause 1 breached)"))
                .hasSize(2)
                .allSatisfy(statement -> assertThat(statement.lines())
                        .extracting(line -> line.clause() + " " + line.payer() + " " + line.net())
                        .containsExactly("4 Client 50.00"));
        List<Statement> statements = statements(heat, "Billing Month");
        assertThat(statements.get(0).lines())
                .extracting(line -> line.payee() + " " + line.net())
                .containsExactly("Supplier 34.38", "Supplier 68.85");
        assertThat(statements.get(0).duties())
                .extracting(duty -> DutyWords.of(duty) + " by " + duty.due())
                .containsExactly(
                        "Supplier transfers 31 certificates of Certificate to Client by 2026-02-09",
                        "Supplier shall \"hand over the log\" by 2026-07-31");
        assertThat(statements.get(1).duties()).hasSize(2);
        assertThat(statements).allSatisfy(statement -> {
            assertThat(statement.powers()).isEmpty();
            assertThat(statement.lines()).noneMatch(line -> line.clause().equals("4"));
        });
        assertThat(site.model.settlements().of(heat))
                .allSatisfy(
                        record -> assertThat(site.verifying().verify(record)).isInstanceOf(Verification.Same.class));
        assertThat(site.sweep().runAll().items()).isEmpty();
    }

    private List<Statement> statements(AgreementId agreement, String name) {
        return site.model.settlements().of(agreement).stream()
                .filter(record -> record.settlement().id().period().equals(name))
                .map(record ->
                        Settlement.fromJson(record.settlement().statement().getBytes(StandardCharsets.UTF_8)))
                .sorted(Comparator.comparing(Statement::from))
                .toList();
    }
}
