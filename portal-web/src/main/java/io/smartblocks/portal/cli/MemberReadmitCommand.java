package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.MemberAction;
import picocli.CommandLine.Command;

/** {@code member readmit}: ends a suspension. */
@Command(name = "readmit", description = "Let a suspended member act again, with the roles it had.")
final class MemberReadmitCommand extends MemberReasonCommand {

    @Override
    MemberAction action(MemberId member, String why) {
        return new MemberAction.ReadmitMember(member, why);
    }

    @Override
    String standing() {
        return "may act again";
    }
}
