package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.MemberAction;
import picocli.CommandLine.Command;

/** {@code member reject}: turns an applicant down. */
@Command(name = "reject", description = "Do not admit an applicant, who may apply again.")
final class MemberRejectCommand extends MemberReasonCommand {

    @Override
    MemberAction action(MemberId member, String why) {
        return new MemberAction.RejectApplication(member, why);
    }

    @Override
    String standing() {
        return "is rejected";
    }
}
