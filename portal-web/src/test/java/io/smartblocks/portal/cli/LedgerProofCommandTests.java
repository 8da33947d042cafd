package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.LedgerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LedgerProofCommandTests {

    @TempDir
    private Path dir;

    private Path data;
    private final List<Block> blocks = new ArrayList<>();

    @BeforeEach
    void a_small_ledger() {
        data = SmallLedger.in(dir.resolve("data"));
        try (Ledger ledger = LedgerHome.open(data, Clock.systemUTC())) {
            for (long number = 0; number < ledger.height(); number++) {
                blocks.add(ledger.block(number).orElseThrow());
            }
        }
    }

    @Test
    void a_stranger_checks_a_transaction_with_headers_the_newest_hash_and_the_nodes_key() {
        prove(meter());
        run("headers", "--data", data, "--out", dir.resolve("headers"));
        Run check = check(
                "--headers",
                dir.resolve("headers"),
                "--head",
                blocks.get(2).hash(),
                "--node-key",
                blocks.get(2).header().signerKey());

        assertThat(check.err()).isEmpty();
        assertThat(check.exitCode()).isZero();
        assertThat(check.out())
                .startsWith("This is proved:\n- Transaction " + meter() + ": 'operator' asked for register-meter")
                .contains("It stands in block 2, made at ")
                .contains("Block 1 of ", "wrote it as the key of 'operator'")
                .contains("follow one another from block 0 to block 2")
                .contains("This is not:\n- That the key of 'operator' was not replaced between block 1 and block 2");
    }

    @Test
    void a_proof_is_made_while_the_ledger_is_in_use() {
        try (Ledger used = LedgerHome.open(data, Clock.systemUTC())) {
            prove(meter());
            assertThat(used.height()).isEqualTo(3);
        }
        assertThat(check().exitCode()).isZero();
        assertThat(check().out()).contains("compare the hash of block 2 with another party");
    }

    @Test
    void a_state_is_proved_as_it_stood() {
        prove("meter/IE-1/heat");
        assertThat(check().out())
                .contains("Under 'meter/IE-1/heat' the block wrote: {")
                .contains("That it stands there still: a later block may have written it anew.");

        Run before = run("proof", "meter/IE-1/heat", "--block", 1, "--data", data);
        assertThat(before.exitCode()).isEqualTo(1);
        assertThat(before.err()).contains("Nothing stands under 'meter/IE-1/heat' after block 1");
    }

    @Test
    void what_cannot_be_proved_is_said() {
        assertThat(run("proof", "0".repeat(64), "--data", data).err())
                .isEqualTo("error: No block holds the transaction " + "0".repeat(64) + ".\n");
        assertThat(run("proof", meter(), "--block", 2, "--data", data).err())
                .contains("--block is for the key of a state");
    }

    @Test
    void what_is_no_proof_or_no_longer_one_is_refused_with_the_reason() throws IOException {
        prove(meter());
        String honest = Files.readString(proof());

        Files.writeString(proof(), honest.replace("register-meter", "assign-meter"));
        assertThat(check().err()).contains("is no proof: ");
        Files.writeString(proof(), honest.replace("\"label\":\"Heat\"", "\"label\":\"Cold\""));
        Run forged = check();
        assertThat(forged.exitCode()).isEqualTo(1);
        assertThat(forged.out())
                .startsWith("The proof is refused and shows nothing:\n- the content of transaction " + meter()
                        + " has another id");
        Files.writeString(proof(), honest + "\n");
        assertThat(check().exitCode()).isEqualTo(1);
        Files.writeString(proof(), honest);
        assertThat(check("--head", "0".repeat(64)).out()).contains("give the headers up to that hash with --headers");
        assertThat(check("--head", "77").err()).contains("'77' is not a SHA-256 hash");
    }

    @Test
    void headers_that_were_changed_in_any_line_are_refused() throws IOException {
        prove(meter());
        Path headers = dir.resolve("headers");
        Files.writeString(headers, run("headers", "--data", data).out());
        List<String> lines = Files.readAllLines(headers);
        assertThat(lines).hasSize(3);
        assertThat(check("--headers", headers).exitCode()).isZero();

        Files.writeString(headers, lines.get(0) + "\r\n" + lines.get(1) + "\n" + lines.get(2) + "\n");
        assertThat(check("--headers", headers).err()).contains("line 1 is no header of a block: ");
        Files.writeString(headers, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThat(check("--headers", headers).err()).contains("line 2, block 2: it stands where block 1 is expected");
        Files.writeString(headers, lines.get(1) + "\n" + lines.get(1) + "\n");
        assertThat(check("--headers", headers).err()).contains("line 2, block 1: it stands where block 2 is expected");
        Files.writeString(headers, lines.get(2));
        assertThat(check("--headers", headers).out()).contains("go from block 2 to 2; the proof needs block 1");
    }

    @Test
    void the_report_can_be_read_by_programs() {
        prove(meter());

        assertThat(new JsonMapper().readTree(check("--json").out()).get("holds").asBoolean())
                .isTrue();
        assertThat(new JsonMapper()
                        .readTree(check("--json", "--head", "0".repeat(64)).out())
                        .get("faults"))
                .hasSize(1);
    }

    private String meter() {
        return blocks.get(2).transactions().get(0).id().toString();
    }

    private void prove(String what) {
        Run run = run("proof", what, "--data", data, "--out", proof());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("ledger check-proof " + proof());
    }

    private Run check(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("check-proof", proof()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray());
    }

    private Path proof() {
        return dir.resolve("proof.json");
    }

    private static Run run(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("ledger"));
        all.addAll(List.of(arguments));
        return Run.of(all.toArray());
    }
}
