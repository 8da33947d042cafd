package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What a member is to be allowed to do. */
final class RolesOption {

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            split = ",",
            description = "What it may do, several divided by commas: ${COMPLETION-CANDIDATES}.",
            converter = RoleName.class,
            completionCandidates = RoleName.class)
    private List<Role> roles = List.of();

    Set<Role> all() {
        return new TreeSet<>(roles);
    }
}
