package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.MemberAction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command by which the registrar changes the standing of a member, for a reason. */
abstract class MemberReasonCommand extends StatingCommand {

    @Parameters(paramLabel = "MEMBER", description = "Whom it is about.")
    private String id = "";

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    final String state(LedgerStatement statement) {
        MemberId member = LedgerStatement.member(id);
        long block = statement.make(action(member, reason.text()));
        return "%s %s since block %d.".formatted(member, standing(), block);
    }

    abstract MemberAction action(MemberId member, String why);

    /** How the member stands then, such as {@code is suspended}. */
    abstract String standing();
}
