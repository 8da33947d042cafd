package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.portal.LedgerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterForwardCommandTests {

    private static final String HEADER = "meter,start,value\n";

    @TempDir
    private Path dir;

    private Path data = Path.of("");
    private Path folder = Path.of("");
    private Path outbox = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        data = SmallLedger.in(dir.resolve("data"));
        folder = Files.createDirectory(dir.resolve("meters"));
        outbox = dir.resolve("outbox");
    }

    @Test
    void takes_the_files_of_a_folder_to_the_ledger() throws IOException {
        put("january.csv", "IE-1/heat,2026-01-01T00:00:00Z,100\nIE-1/heat,2026-01-02T00:00:00Z,90.5\n");

        Run run = forward();

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo("january.csv: 2 readings on 2 pages stored.\n"
                        + "2 pages recorded, 0 there before, 0 waiting, 0 put aside.\n");
        assertThat(standing()).isEqualTo(2);
        assertThat(folder.resolve("done/january.csv")).exists();
        assertThat(forward().out()).isEqualTo("0 pages recorded, 0 there before, 0 waiting, 0 put aside.\n");
    }

    @Test
    void keeps_readings_while_another_has_the_ledger_and_sends_them_afterwards() throws IOException {
        assertThat(forward().exitCode()).isZero();
        try (Ledger server = LedgerHome.open(data, Clock.systemUTC())) {
            put("january.csv", "IE-1/heat,2026-01-01T00:00:00Z,100\n");
            put("other.csv", "IE-2/heat,2026-01-01T00:00:00Z,100\n");

            Run away = forward();

            assertThat(away.exitCode()).as(away.err()).isZero();
            assertThat(away.out()).endsWith("0 pages recorded, 0 there before, 1 waiting, 0 put aside.\n");
            assertThat(away.err())
                    .contains("The ledger is away: ", "is in use by this process")
                    .contains("other.csv: waits: the meter 'IE-2/heat' is not registered as far as is known");
            assertThat(server.states("readings/")).isEmpty();
            assertThat(outbox("status").out()).startsWith("1 page waiting since 20");
        }

        Run back = forward();

        assertThat(back.exitCode()).isEqualTo(1);
        assertThat(back.out()).endsWith("1 page recorded, 0 there before, 0 waiting, 0 put aside.\n");
        assertThat(standing()).isEqualTo(1);
        assertThat(folder.resolve("refused/other.csv")).exists();
        assertThat(folder.resolve("refused/other.csv.why")).content().contains("other.csv:2: the meter 'IE-2/heat'");
    }

    @Test
    void an_edge_that_never_saw_its_ledger_says_so() throws IOException {
        try (Ledger server = LedgerHome.open(data, Clock.systemUTC())) {
            put("january.csv", "IE-1/heat,2026-01-01T00:00:00Z,100\n");
            Run run = forward();
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("what its meters are is not known yet", "Run this once while it is there.");
            assertThat(server.states("readings/")).isEmpty();
        }
        assertThat(folder.resolve("january.csv")).exists();
    }

    @Test
    void what_the_ledger_refuses_is_listed_retried_and_discarded() throws IOException {
        put("a.csv", "IE-1/heat,2026-01-01T00:00:00Z,100\n");
        put("b.csv", "IE-1/heat,2026-01-01T00:00:00Z,101\n");

        Run run = forward();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("put aside: ").contains("readings-conflict");
        Run listed = outbox("put-aside");
        assertThat(listed.out()).contains("IE-1/heat", "readings-conflict");
        String receipt = listed.out().split(" ")[0];
        assertThat(outbox("retry", receipt).out()).isEqualTo("1 page waiting again.\n");
        assertThat(outbox("status").out()).startsWith("1 page waiting since ");
        assertThat(forward().exitCode()).isEqualTo(1);
        assertThat(outbox("put-aside", "--json").out()).contains("\"receipt\" : \"" + receipt + "\"");
        assertThat(outbox("discard", receipt).out()).isEqualTo("1 page discarded.\n");
        assertThat(outbox("discard", receipt).err()).contains("is not put aside in", "nothing was changed");
        assertThat(outbox("retry", "nonsense").err()).contains("is not a receipt of an outbox");
        assertThat(outbox("status", "--json").out()).contains("\"waiting\" : 0", "\"putAside\" : 0");
        assertThat(forward("--json").out()).contains("\"files\" : [ ]", "\"away\" : null");
    }

    @Test
    void says_what_is_missing() {
        assertThat(Run.of("meter", "forward", "--from", dir.resolve("none"), "--outbox", outbox, "--data", data)
                        .err())
                .contains("There is no folder");
        assertThat(Run.of("meter", "outbox", "status", "--outbox", dir.resolve("none"))
                        .err())
                .contains("There is no outbox");
    }

    private void put(String name, String rows) throws IOException {
        Path file = Files.writeString(folder.resolve(name), HEADER + rows);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.now(Clock.systemUTC()).minusSeconds(60)));
    }

    private Run forward(String... more) {
        List<Object> arguments = new ArrayList<>(List.of(
                "meter",
                "forward",
                "--once",
                "--from",
                folder,
                "--outbox",
                outbox,
                "--data",
                data,
                "--as",
                "operator"));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray());
    }

    private Run outbox(String command, String... more) {
        List<Object> arguments = new ArrayList<>(List.of("meter", "outbox", command, "--outbox", outbox));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray());
    }

    private long standing() {
        try (Ledger ledger = LedgerHome.open(data, Clock.systemUTC())) {
            return ledger.states("readings/").stream()
                    .filter(entry -> entry.state() instanceof ReadingsState)
                    .count();
        }
    }
}
