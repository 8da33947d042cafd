package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.LedgerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexPublishCommandTests {

    @TempDir
    private Path data;

    @TempDir
    private Path files;

    @BeforeEach
    void publisher() {
        SmallLedger.in(data);
        Run admitted = Run.of(
                "member",
                "register",
                "exchange",
                "--name",
                "Exchange",
                "--role",
                "index-publisher",
                "--machine",
                "--data",
                data,
                "--as",
                "registrar");
        assertThat(admitted.exitCode()).as(admitted.err()).isZero();
    }

    @Test
    void values_of_a_file_stand_on_the_ledger() throws IOException {
        Run run = publish("from,to,value\n2026-01-01,2026-02-01,0.1080\n2026-02-01,2026-03-01,0.1125\n");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 values of exchange-ltd/gas-price");
        assertThat(values()).isEqualTo(2);
    }

    @Test
    void a_value_for_days_that_have_one_is_refused_and_nothing_is_half_written() throws IOException {
        publish("from,to,value\n2026-01-01,2026-02-01,0.1080\n");

        Run run = publish("from,to,value\n2026-02-01,2026-03-01,0.1125\n2026-01-15,2026-01-20,0.2\n");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("The ledger refused it");
        assertThat(values()).isEqualTo(1);
    }

    @Test
    void a_faulty_file_names_the_line_and_what_was_expected() throws IOException {
        assertThat(publish("from,value\n2026-01-01,0.1\n").err()).contains("prices.csv:1:", "from,to,value");
        assertThat(publish("from,to,value\n2026-01-01,,0.1\n").err()).contains("prices.csv:2:", "has no end");
        assertThat(publish("from,to,value\n2026-01-01,2026-02-01,dear\n").err())
                .contains("prices.csv:2: 'dear' is not a number");
        assertThat(publish("from,to,value\n").err()).contains("no values");
        assertThat(values()).isZero();
    }

    private Run publish(String csv) throws IOException {
        Path file = Files.writeString(files.resolve("prices.csv"), csv);
        return Run.of(
                "index",
                "publish",
                file,
                "--name",
                "Gas Price",
                "--by",
                "Exchange Ltd",
                "--unit",
                "EUR per kWh",
                "--data",
                data,
                "--as",
                "exchange");
    }

    private long values() {
        try (Ledger ledger = LedgerHome.open(data, Clock.systemUTC())) {
            return ledger.states("index/exchange-ltd/gas-price/").size();
        }
    }
}
