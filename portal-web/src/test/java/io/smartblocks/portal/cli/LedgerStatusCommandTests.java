package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.LedgerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerStatusCommandTests {

    @TempDir
    private Path dir;

    @Test
    void it_tells_the_size_and_the_head_of_a_ledger_that_is_in_use() throws IOException {
        Path data = SmallLedger.in(dir.resolve("data"));
        try (Ledger used = LedgerHome.open(data, Clock.systemUTC())) {
            Run status = Run.of("ledger", "status", "--data", data);

            assertThat(status.exitCode()).as(status.err()).isZero();
            assertThat(status.out())
                    .contains("height        3 blocks", "transactions  3")
                    .contains("head          " + used.block(2).orElseThrow().hash());
            JsonNode json = new JsonMapper()
                    .readTree(
                            Run.of("ledger", "status", "--data", data, "--json").out());
            assertThat(json.get("height").asLong()).isEqualTo(3);
            assertThat(json.get("bytesOfBlocks").asLong())
                    .isEqualTo(Files.size(data.resolve("ledger/blocks/000000000000.blocks")));
            assertThat(json.get("lastBlock").asString())
                    .isEqualTo(used.block(2).orElseThrow().header().time().toString());
        }
    }

    @Test
    void what_was_not_written_to_its_end_is_noted() throws IOException {
        Path data = SmallLedger.in(dir.resolve("data"));
        Path blocks = data.resolve("ledger/blocks/000000000000.blocks");
        Files.write(blocks, new byte[7], StandardOpenOption.APPEND);

        assertThat(Run.of("ledger", "status", "--data", data).out())
                .contains("height        3 blocks", "note          7 bytes behind the last block");
    }
}
