package io.smartblocks.portal.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which data directory a command works on. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "smartblocks-data",
            description = "The data directory; default ${DEFAULT-VALUE}.")
    private Path data = Path.of("smartblocks-data");

    /** The directory, or a refusal if there is no ledger in it. */
    DataDirectory existing() {
        DataDirectory directory = new DataDirectory(data);
        directory.requireLedger();
        return directory;
    }
}
