package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.MemberAction;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command by which the registrar changes the standing of a member, for a reason. */
abstract class MemberReasonCommand extends StatingCommand {

    @Parameters(paramLabel = "MEMBER", description = "Whom it is about.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for all who read the ledger.")
    private String reason = "";

    @Override
    final String state(LedgerStatement statement) {
        MemberId member = LedgerStatement.member(id);
        long block = statement.make(action(member, reason));
        return "%s %s since block %d.".formatted(member, standing(), block);
    }

    abstract MemberAction action(MemberId member, String why);

    /** How the member stands then, such as {@code is suspended}. */
    abstract String standing();
}
