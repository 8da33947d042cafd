package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.IndexId;
import picocli.CommandLine.Option;

/** Which index is meant, in the words of agreements. */
final class IndexNameOptions {

    @Option(names = "--name", paramLabel = "TERM", required = true, description = "The index's name in agreements.")
    private String name = "";

    @Option(names = "--by", paramLabel = "TEXT", required = true, description = "The publisher as agreements quote it.")
    private String publisher = "";

    IndexId id() {
        return LedgerStatement.typed(() -> IndexId.of(publisher, name));
    }

    String name() {
        return name;
    }
}
