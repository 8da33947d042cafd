package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.transaction.MemberAction.ApproveMember;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code member approve}: admits an applicant. */
@Command(name = "approve", description = "Admit an applicant, with the roles it asked for or with others.")
final class MemberApproveCommand extends StatingCommand {

    @Parameters(paramLabel = "MEMBER", description = "The applicant.")
    private String id = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "What it may do in place of what it asked for: ${COMPLETION-CANDIDATES}.",
            converter = RoleName.class,
            completionCandidates = RoleName.class)
    private List<Role> roles = List.of();

    @Override
    String state(LedgerStatement statement) {
        MemberId applicant = LedgerStatement.member(id);
        Set<Role> granted =
                roles.isEmpty() ? Members.required(applicant, statement.view()).roles() : new TreeSet<>(roles);
        long block = statement.make(new ApproveMember(applicant, granted));
        return "%s is a member since block %d, with %s.".formatted(applicant, block, RoleName.list(granted));
    }
}
