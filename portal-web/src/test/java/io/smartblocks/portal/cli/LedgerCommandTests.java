package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.LedgerHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerCommandTests {

    @TempDir
    private Path dir;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger verify",
                "ledger blocks",
                "run-due",
                "verify bakery 2026-01-01",
                "meter import january.csv --as operator"
            })
    void refuses_a_directory_without_a_ledger_and_leaves_it_so(String command) {
        Run run = on(dir.resolve("none"), command);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("There is no ledger in '" + dir.resolve("none") + "'")
                .contains("serve");
        assertThat(dir.resolve("none")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run-due", "meter import january.csv --as operator"})
    void refuses_a_ledger_that_is_in_use(String command) {
        Path data = SmallLedger.in(dir);
        try (Ledger used = LedgerHome.open(data, Clock.systemUTC())) {
            Run run = on(data, command);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("is in use by another process; stop that one first");
            assertThat(used.height()).isEqualTo(3);
        }
    }

    @Test
    void finds_a_sound_ledger_sound_even_while_it_is_in_use() {
        Path data = SmallLedger.in(dir);
        try (Ledger used = LedgerHome.open(data, Clock.systemUTC())) {
            Run run = on(data, "ledger verify");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo("3 blocks, 3 transactions: sound.\n");
            assertThat(used.height()).isEqualTo(3);
        }
    }

    @Test
    void lists_the_newest_blocks_even_while_the_ledger_is_in_use() {
        Path data = SmallLedger.in(dir);
        try (Ledger used = LedgerHome.open(data, Clock.systemUTC())) {
            Run run = on(data, "ledger blocks --last 2");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out().lines().map(line -> line.strip().split(" +")[0]))
                    .containsExactly("2", "1");
            assertThat(on(data, "ledger blocks --last 0").out()).isEmpty();
            assertThat(used.height()).isEqualTo(3);
        }
    }

    @Test
    void asks_for_the_key_of_a_ledger_that_came_without_it_and_makes_none() throws IOException {
        Path data = SmallLedger.in(dir);
        Path key = data.resolve("keys/ledger-node.p12");
        Files.move(key, dir.resolve("kept.p12"));

        Run run = on(data, "run-due");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("with the key of 'ledger-node'")
                .contains("ledger-node.p12")
                .contains("keys");
        assertThat(key).doesNotExist();
        Files.move(dir.resolve("kept.p12"), key);
        assertThat(on(data, "run-due").exitCode()).isZero();
    }

    @Test
    void refuses_another_key_than_the_one_that_signed_the_blocks() throws IOException {
        Path data = SmallLedger.in(dir);
        Path other = SmallLedger.in(Files.createDirectory(dir.resolve("other")));
        for (String file : List.of("ledger-node.p12", "ledger-node.password")) {
            Files.copy(
                    other.resolve("keys").resolve(file),
                    data.resolve("keys").resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }

        Run run = on(data, "run-due");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("cannot be opened with another key of 'ledger-node'");
    }

    @Test
    void names_the_block_in_which_one_bit_is_flipped() throws IOException {
        Path data = SmallLedger.in(dir);
        Path segment = segment(data);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 40] ^= 1;
        Files.write(segment, bytes);
        Run run = on(data, "ledger verify --json");
        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode report = new JsonMapper().readTree(run.out());
        assertThat(report.get("sound").asBoolean()).isFalse();
        assertThat(report.at("/problems/0/block").asInt()).isEqualTo(2);
    }

    @Test
    void finds_by_a_known_hash_that_blocks_are_missing_at_the_end() throws IOException {
        Path data = SmallLedger.in(dir);
        String newest = on(data, "ledger blocks --last 1 --json").out();
        String hash = new JsonMapper().readTree(newest).at("/0/hash").asString();
        assertThat(on(data, "ledger verify --head " + hash).exitCode()).isZero();

        Path segment = segment(data);
        String text = Files.readString(segment, StandardCharsets.ISO_8859_1);
        int lastBlock = text.lastIndexOf("{\"batches\":[") - 20;
        Files.write(segment, text.substring(0, lastBlock).getBytes(StandardCharsets.ISO_8859_1));
        Files.delete(data.resolve("ledger").resolve("index.mv"));
        Run run = on(data, "ledger verify --head " + hash);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("none of the 2 blocks has the hash " + hash + ": blocks are missing at the end");
    }

    @Test
    void lists_the_newest_blocks_first() {
        Run run = on(SmallLedger.in(dir), "ledger blocks --last 2");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out())
                .containsSubsequence("register-meter", "register-member")
                .doesNotContain("found-ledger");
    }

    @Test
    void settles_nothing_where_nothing_is_due() {
        Run run = on(SmallLedger.in(dir), "run-due");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("0 periods due.\n");
    }

    @Test
    void settles_nothing_of_the_future() {
        Run run = on(SmallLedger.in(dir), "run-due --until 2999-01-01T00:00:00Z");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("2999-01-01T00:00:00Z lies in the future");
    }

    @Test
    void verifies_only_what_is_settled() {
        Run run = on(SmallLedger.in(dir), "verify bakery 2026-01-01");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("The ledger has no settlement of agreement 'bakery'; it has none.");
    }

    private static Path segment(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("ledger"))) {
            return files.filter(file -> file.getParent().endsWith("blocks"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Run on(Path data, String command) {
        List<Object> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.add("--data");
        arguments.add(data);
        return Run.of(arguments.toArray());
    }
}
