package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A ledger on a file system of three megabytes that it fills; one in memory, which is gone with the process. */
@Timeout(120)
class FullDiskTests {

    private static final String MOUNT = "mount -t tmpfs -o size=3m tmpfs \"$0\" || exit 77\nexec \"$@\"";

    @TempDir
    private Path directory;

    @Test
    void a_full_disk_refuses_writes_and_goes_on_when_there_is_room_again() throws Exception {
        for (List<String> apart : List.of(List.of("unshare", "-m"), List.of("unshare", "-r", "-m"))) {
            Ended ended = runIn(apart);
            if (ended.mounted()) {
                assertThat(ended.exitCode()).as(ended.output()).isZero();
                assertThat(ended.output()).contains("full after", "went on for 50");
                Acceptance.tell("a tmpfs of 3 MB: " + ended.output().strip());
                return;
            }
        }
        abort("no file system can be mounted here, not even in a namespace of its own;"
                + " FailingDiskTests shows the same with a disk that says it is full");
    }

    private record Ended(int exitCode, String output) {

        boolean mounted() {
            return exitCode == 0 || output.contains("AssertionError") || output.contains("Exception in thread");
        }
    }

    private Ended runIn(List<String> apart) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(apart);
        command.addAll(List.of("sh", "-c", MOUNT, directory.toString()));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FullDisk.class.getName(),
                directory.toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException noSuchCommand) {
            return new Ended(77, noSuchCommand.toString());
        }
    }
}
