package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FabricBenchCommandTests {

    @TempDir
    private Path dir;

    @Test
    void a_profile_that_is_missing_or_wrong_is_told_and_nothing_is_measured() throws IOException {
        Path profile = dir.resolve("esco.properties");
        Run missing = Run.of("bench", "fabric", "--profile", profile);
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("esco.properties' cannot be read");

        Files.writeString(profile, "channel = energy\n");
        Run wrong = Run.of("bench", "fabric", "--profile", profile);
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err()).contains("'chaincode' is missing");
        assertThat(wrong.out()).isEmpty();
    }

    @Test
    void what_sockets_the_machine_has_is_not_told() throws ClassNotFoundException {
        Logger sockets = Logger.getLogger(
                Class.forName("io.grpc.netty.shaded.io.grpc.netty.TcpMetrics").getName());
        sockets.setLevel(Level.ALL);

        Run.of("bench", "fabric");

        assertThat(sockets.isLoggable(Level.INFO)).isFalse();
        assertThat(sockets.isLoggable(Level.WARNING)).isTrue();
    }

    @Test
    void refuses_wrong_usage() {
        assertThat(Run.of("bench", "fabric").exitCode()).isEqualTo(2);
        assertThat(Run.of("bench", "fabric", "--profile", dir, "--agreements", "0")
                        .exitCode())
                .isEqualTo(2);
    }
}
