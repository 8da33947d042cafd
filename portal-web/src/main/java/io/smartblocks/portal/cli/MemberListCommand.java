package io.smartblocks.portal.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code member list}: who belongs to the ledger. */
@Command(name = "list", description = "List all members, applicants among them.")
final class MemberListCommand extends ReportingCommand<List<MemberReport>> {

    @Override
    List<MemberReport> read(StatesOnLedger ledger, Clock clock) {
        return Members.all(ledger).stream()
                .map(member -> MemberReport.of(member, clock.instant()))
                .toList();
    }

    @Override
    void print(List<MemberReport> members, PrintWriter out) {
        new Table<MemberReport>()
                .with("member", MemberReport::member)
                .with("name", MemberReport::name)
                .with("acts for", MemberReport::actsFor)
                .with("standing", MemberReport::standing)
                .with("roles", MemberReport::rolesInWords)
                .with("key", MemberReport::keyInWords)
                .print(out, members, "Nobody is a member of this ledger.");
    }
}
