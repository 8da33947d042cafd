package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerBenchCommandTests {

    @TempDir
    private Path dir;

    @Test
    void measures_each_number_of_writers_beside_bare_appends_and_leaves_nothing() {
        Run run = Run.of("bench", "ledger", "--writers", "1,3", "--batches", "6", "--transactions", "2", "--in", dir);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().toList())
                .hasSize(5)
                .anyMatch(line -> line.contains("blocks/s") && line.contains("of bare"))
                .anyMatch(line -> line.matches(" +1 .*% .*µs"))
                .anyMatch(line -> line.matches(" +3 .*% .*µs"));
        assertThat(dir).isEmptyDirectory();
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
    void refuses_numbers_below_one() {
        Run run = Run.of("bench", "ledger", "--writers", "0", "--in", dir);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("need at least 1");
    }
}
