package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.LedgerChoice;
import io.smartblocks.portal.LedgerHome;
import io.smartblocks.portal.ServeOptions;
import io.smartblocks.portal.SmartBlocksApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class ServeMetersTests {

    @TempDir
    private Path dir;

    private Path folder = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectory(dir.resolve("meters"));
    }

    @Test
    void a_running_server_takes_meter_files_and_refuses_a_bad_one_with_its_reason() throws IOException {
        Path data = SmallLedger.in(dir.resolve("data"));
        put("bad.csv", "IE-9/heat,2026-01-01T00:00:00Z,100\n");
        put("january.csv", "IE-1/heat,2026-01-01T00:00:00Z,100\nIE-1/heat,2026-01-02T00:00:00Z,90.5\n");

        try (ConfigurableApplicationContext server = SmartBlocksApplication.start(new ServeOptions(
                data, 0, false, LedgerChoice.embedded(), Optional.of(folder), Optional.of(new MemberId("operator"))))) {
            Ledger ledger = server.getBean(Ledger.class);
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(ledger.states("readings/")).hasSize(2));
            assertThat(folder.resolve("done/january.csv")).exists();
            assertThat(folder.resolve("refused/bad.csv.why")).content().contains("bad.csv:2: the meter 'IE-9/heat'");
            assertThat(server.isActive()).isTrue();
        }
        assertThat(Run.of("meter", "outbox", "status", "--outbox", data.resolve("outbox"))
                        .out())
                .startsWith("0 pages waiting");
        assertThat(Run.of(
                                "meter",
                                "forward",
                                "--once",
                                "--from",
                                folder,
                                "--outbox",
                                data.resolve("outbox"),
                                "--data",
                                data,
                                "--as",
                                "operator")
                        .exitCode())
                .as("ledger and outbox are free again")
                .isZero();
    }

    @Test
    void a_server_that_cannot_sign_meter_files_says_so_and_does_not_start() {
        Path data = dir.resolve("new");
        LedgerHome.open(data, Clock.systemUTC()).close();

        Run run = Run.of("serve", "--data", data, "--port", "0", "--meters", folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no meter operator on the ledger has its key in", "leave --meters out");
    }

    @Test
    void a_folder_that_is_not_there_is_refused_before_anything_is_made() {
        Run run = Run.of("serve", "--data", dir.resolve("new"), "--meters", dir.resolve("none"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("There is no folder");
        assertThat(dir.resolve("new")).doesNotExist();
    }

    private void put(String name, String rows) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "meter,start,value\n" + rows);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.now(Clock.systemUTC()).minusSeconds(60)));
    }
}
