package io.smartblocks.portal.cli;

import picocli.CommandLine.Option;

/** Why something is stated. */
final class ReasonOption {

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for all who read the ledger.")
    private String reason = "";

    String text() {
        return reason;
    }
}
