package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerBenchCommandTests {

    @TempDir
    private Path dir;

    @Test
    void measures_each_number_of_writers_beside_bare_appends_and_leaves_nothing() {
        Run run = Run.of(
                "bench",
                "ledger",
                "--writers",
                "1,3",
                "--batches",
                "6",
                "--transactions",
                "2",
                "--warm-up",
                "1",
                "--in",
                dir);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().toList())
                .hasSize(6)
                .anyMatch(line -> line.contains("middle one of 5 rounds"))
                .anyMatch(line -> line.contains("blocks of bare") && line.contains("transactions of bare"))
                .anyMatch(line -> line.matches(" +1 .*% \\([0-9]+ to [0-9]+%\\) +[0-9]+% .*µs"))
                .anyMatch(line -> line.matches(" +3 .*% \\([0-9]+ to [0-9]+%\\) +[0-9]+% .*µs"));
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void reports_the_middle_round_and_the_share_of_every_round_as_json() {
        Run run = Run.of(
                "bench",
                "ledger",
                "--writers",
                "2",
                "--batches",
                "4",
                "--rounds",
                "3",
                "--warm-up",
                "1",
                "--json",
                "--in",
                dir);

        assertThat(run.exitCode()).isZero();
        JsonNode row = new JsonMapper().readTree(run.out()).get(0);
        List<Long> shares = row.get("blocksPercentOfBareByRound")
                .valueStream()
                .map(JsonNode::asLong)
                .sorted()
                .toList();
        assertThat(shares).hasSize(3);
        assertThat(row.get("blocksPercentOfBare").asLong()).isEqualTo(shares.get(1));
        assertThat(row.get("transactionsPercentOfBare").asLong())
                .isGreaterThanOrEqualTo(row.get("blocksPercentOfBare").asLong());
    }

    @Test
    void measures_a_large_ledger() {
        Run run = Run.of("bench", "ledger", "--pages", "300", "--json", "--in", dir);

        assertThat(run.exitCode()).isZero();
        JsonNode result = new JsonMapper().readTree(run.out());
        assertThat(result.get("pages").asLong()).isEqualTo(300);
        assertThat(result.get("blockBytesPerPage").asLong()).isGreaterThan(1000);
        assertThat(result.get("startUpMilliseconds").asLong()).isPositive();
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void refuses_a_directory_that_is_not_there() {
        Run run = Run.of("bench", "ledger", "--in", dir.resolve("none"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("none' is no directory; --in names one that there is");
    }

    @Test
    void refuses_numbers_below_one() {
        Run run = Run.of("bench", "ledger", "--writers", "0", "--in", dir);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("need at least 1");
    }
}
