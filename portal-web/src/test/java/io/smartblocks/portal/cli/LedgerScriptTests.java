package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.LedgerHome;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the documentation of the ledger tells people to run. */
@Timeout(180)
class LedgerScriptTests {

    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();

    @TempDir
    private Path dir;

    @Test
    void a_proof_can_be_checked_by_hand_as_documented() throws Exception {
        needs("jq", "openssl", "sha256sum");
        Path data = SmallLedger.in(dir.resolve("data"));
        prove(data, "proof.json");
        Path script = dir.resolve("by-hand.sh");
        Files.writeString(script, documented(), StandardCharsets.UTF_8);

        String right = bash(List.of(script.toString()), 0);
        assertThat(right)
                .contains("the id: right", "its place in the block: right", "the block's signature: right")
                .contains("the transaction's signature: right", "block 2: right")
                .contains("the newest hash: ")
                .doesNotContain("WRONG");

        Path proof = dir.resolve("proof.json");
        Files.writeString(proof, Files.readString(proof).replace("\"label\":\"Heat\"", "\"label\":\"Cold\""));
        assertThat(bash(List.of(script.toString()), 0)).contains("the id: WRONG");
    }

    @Test
    void the_loss_of_a_ledger_can_be_rehearsed() throws Exception {
        Path data = SmallLedger.in(dir.resolve("data"));
        List<String> drill = List.of(
                DOCS.resolve("operations").resolve("ledger-drill.sh").toString(),
                data.toString(),
                dir.resolve("backup").toString());

        assertThat(bash(drill, 0))
                .contains("Backed up 3 blocks of 'Test'", "3 blocks, 3 transactions: sound.", "This is proved:")
                .contains("They lead to the hash that you know")
                .endsWith("The backup in " + dir.resolve("backup") + " can be restored.\n");
        assertThat(bash(drill, 0)).contains("Backed up 0 blocks");
        assertThat(bash(drill.subList(0, 2), 2)).startsWith("usage: ");
    }

    @Test
    void the_script_of_what_the_ledger_promises_names_tests_that_there_are() throws Exception {
        String script =
                DOCS.resolve("operations").resolve("ledger-acceptance.sh").toString();
        Path tests = DOCS.resolveSibling("ledger-adapter").resolve("embedded-ledger/src/test/java");
        List<String> there;
        try (Stream<Path> files = Files.walk(tests)) {
            there = files.map(file -> file.getFileName().toString()).toList();
        }

        assertThat(bash(List.of(script, "--list"), 0).lines())
                .hasSizeGreaterThan(4)
                .allMatch(test -> there.contains(test + ".java"));
        assertThat(bash(List.of(script, "brief"), 2)).contains("usage: ");
    }

    private void prove(Path data, String name) {
        String transaction;
        try (Ledger ledger = LedgerHome.open(data, Clock.systemUTC())) {
            transaction =
                    ledger.block(2).orElseThrow().transactions().get(0).id().toString();
        }
        assertThat(Run.of("ledger", "proof", transaction, "--data", data, "--out", dir.resolve(name))
                        .exitCode())
                .isZero();
        assertThat(Run.of("ledger", "headers", "--data", data, "--out", dir.resolve("headers"))
                        .exitCode())
                .isZero();
    }

    /** The commands of the section on checking by hand, in their order. */
    private static String documented() throws IOException {
        String page = Files.readString(DOCS.resolve("ledger").resolve("proofs.md"));
        String byHand = page.substring(page.indexOf("## By hand"));
        StringBuilder commands = new StringBuilder("set -eu\n");
        String[] parts = byHand.split("```sh\n|```\n");
        for (int i = 1; i < parts.length; i += 2) {
            commands.append(parts[i]);
        }
        return commands.toString();
    }

    private String bash(List<String> script, int expected) throws IOException, InterruptedException {
        Path out = Files.createTempFile(dir, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("bash"), script.stream()).toList())
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment()
                .put(
                        "SMARTBLOCKS",
                        Path.of(System.getProperty("java.home"), "bin", "java") + " -XX:TieredStopAtLevel=1 -cp "
                                + System.getProperty("java.class.path") + " " + SmartBlocks.class.getName());
        int code = builder.start().waitFor();
        String said = Files.readString(out);
        assertThat(code).as(said).isEqualTo(expected);
        return said;
    }

    private static void needs(String... commands) {
        for (String command : commands) {
            boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
            assumeTrue(found || "true".equals(System.getenv("CI")), "there is no '" + command + "' on this machine");
        }
    }
}
