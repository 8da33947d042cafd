package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code member grant}: sets the roles of a member. */
@Command(name = "grant", description = "Set the roles of a member: those named are all that it has from then on.")
final class MemberGrantCommand extends StatingCommand {

    @Parameters(paramLabel = "MEMBER", description = "Whose roles are set.")
    private String id = "";

    @Mixin
    private RolesOption roles = new RolesOption();

    @Override
    String state(LedgerStatement statement) {
        MemberId member = LedgerStatement.member(id);
        String before = RoleName.list(Members.required(member, statement.view()).roles());
        long block = statement.make(new GrantRoles(member, roles.all()));
        return "%s has %s since block %d; before: %s.".formatted(member, RoleName.list(roles.all()), block, before);
    }
}
