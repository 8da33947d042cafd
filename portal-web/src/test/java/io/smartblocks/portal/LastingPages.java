package io.smartblocks.portal;

import java.util.List;

/** Pages that a signatory of the supplier sees whatever the ledger is, also while it does not answer. */
final class LastingPages {

    private LastingPages() {}

    static List<String> all() {
        return List.of(
                "/",
                "/agreements",
                "/agreements/campus-supply",
                "/agreements/campus-supply/versions",
                "/agreements/campus-supply/dry-run?version=1.0&day=2026-10-15",
                "/settlements",
                RoutesTests.STATEMENT,
                RoutesTests.STATEMENT + "/lines",
                RoutesTests.HELD,
                "/meters",
                "/waiting",
                "/runs",
                "/templates",
                "/templates/time-of-use-supply",
                "/editor",
                "/blocks",
                "/help");
    }
}
