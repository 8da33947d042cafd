package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettleDutiesTests {

    private static final String TEXT = """
            contract "Quay" version 1.0.
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Producer is "Quay Solar Ltd".
            party Consumer is "Quay Bakery Ltd".
            party Operator is "Quay Energy Cooperative".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            asset Certificate is counted in certificates.
            asset Coin is counted in coins, down to 0.01 coins.
            fact Sold in kWh each Month is 4,650.4 kWh, stated by Operator, confirmed by Consumer.
            clause 1 "Trade": Consumer shall pay Sold * 0.10 EUR per kWh within 14 days after settlement:
              2 % of 100 EUR to Operator, the rest to Producer.
            clause 2 "Coins": Operator mints 1.5 coins per kWh of Sold to Producer.
            clause 3 "Certificates": for each Month, Operator shall transfer 4 certificates of Certificate to Consumer at settlement.
            clause 4 "Log": Producer shall "hand over the log" within 6 months after the end of Month.
            clause 5 "Exit": when Sold is below 5,000 kWh, Producer may terminate on 90 days notice.
            """;

    @TempDir
    private Path dir;

    @Test
    void says_what_is_to_be_done_by_whom_and_when() {
        Run run = settle();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replace(System.lineSeparator(), "\n"))
                .contains("Consumer pays Operator 2.00 EUR")
                .contains("Consumer pays Producer 463.04 EUR")
                .contains("""
                        To be done
                          Operator mints 6,975.6 coins of Coin to Producer
                            under clause 2, due 2026-02-09
                          Operator transfers 4 certificates of Certificate to Consumer
                            under clause 3, due 2026-02-09
                          Producer shall "hand over the log"
                            under clause 4, due 2026-07-31
                        """)
                .contains("note: Producer may terminate on 90 days notice");
    }

    @Test
    void prints_them_with_their_units_as_json() {
        JsonNode duties = new JsonMapper().readTree(settle("--json").out()).get("duties");
        assertThat(duties).hasSize(3);
        assertThat(duties.get(0).get("kind").asString()).isEqualTo("MINT");
        assertThat(duties.get(0).get("unit").asString()).isEqualTo("coins");
        assertThat(duties.get(0).get("clause").asString()).isEqualTo("2");
        assertThat(duties.get(2).get("due").asString()).isEqualTo("2026-07-31");
    }

    private Run settle(String... options) {
        Path file = DocumentedExample.written(dir.resolve("quay.esco"), TEXT);
        return options.length == 0
                ? Run.of("settle", file, "--period", "2026-01-01")
                : Run.of("settle", file, "--period", "2026-01-01", options[0]);
    }
}
