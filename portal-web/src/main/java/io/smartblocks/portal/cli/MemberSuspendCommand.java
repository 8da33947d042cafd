package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.MemberAction;
import picocli.CommandLine.Command;

/** {@code member suspend}: stops a member from acting. */
@Command(name = "suspend", description = "Stop a member from acting; suspending an organisation stops all its people.")
final class MemberSuspendCommand extends MemberReasonCommand {

    @Override
    MemberAction action(MemberId member, String why) {
        return new MemberAction.SuspendMember(member, why);
    }

    @Override
    String standing() {
        return "is suspended";
    }
}
