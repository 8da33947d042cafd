package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.state.ParticularsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Particulars;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code member show}: one member, and what is known of how its organisation keeps agreements. */
@Command(
        name = "show",
        description = "Show a member; of an organisation also its reputation, with the events that formed it.")
final class MemberShowCommand extends ReportingCommand<MemberShowCommand.Shown> {

    @Parameters(paramLabel = "MEMBER", description = "The member's id.")
    private String id = "";

    /**
     * What {@code --json} prints.
     *
     * @param member the member as it stands
     * @param blocks the blocks that changed it, the oldest first
     * @param particulars what invoices name of an organisation, if it said so
     * @param reputation of an organisation
     */
    record Shown(
            MemberReport member,
            List<Long> blocks,
            Optional<Particulars> particulars,
            Optional<ReputationReport> reputation) {}

    @Override
    Shown read(StatesOnLedger ledger, Clock clock) {
        Member member = Members.required(LedgerStatement.member(id), ledger);
        return new Shown(
                MemberReport.of(member, clock.instant()),
                ledger.history(StateKey.member(member.id())).stream()
                        .map(StateVersion::block)
                        .toList(),
                ledger.state(StateKey.particulars(member.id()), ParticularsState.class)
                        .map(ParticularsState::particulars),
                Optional.of(member)
                        .filter(Member::isOrganisation)
                        .map(organisation -> ReputationReport.of(organisation.id(), ledger)));
    }

    @Override
    void print(Shown shown, PrintWriter out) {
        MemberReport member = shown.member();
        List<Long> blocks = shown.blocks();
        new Facts(out)
                .print("member", member.member())
                .print("name", member.name())
                .print("acts for", member.actsFor())
                .print("standing", member.standing())
                .print("roles", member.rolesInWords())
                .print("key", member.keyInWords())
                .print("public key", member.publicKey())
                .print("since block", blocks.get(0))
                .print("changed", blocks.size() == 1 ? "never" : "last in block " + blocks.get(blocks.size() - 1));
        shown.particulars().ifPresent(said -> print(said, out));
        shown.reputation()
                .ifPresentOrElse(
                        reputation -> reputation.print(out),
                        () -> out.printf(
                                "%nIts reputation is that of %1$s: 'smartblocks member show %1$s'.%n",
                                member.organisation()));
    }

    private static void print(Particulars said, PrintWriter out) {
        Facts facts = new Facts(out)
                .print("legal name", said.legalName())
                .print("address", said.address().inOneLine());
        said.vatId().ifPresent(id -> facts.print("VAT id", id));
        said.registration().ifPresent(number -> facts.print("registration", number));
        said.electronicAddress().ifPresent(to -> facts.print("e-address", to.scheme() + ":" + to.address()));
        said.account().ifPresent(account -> facts.print("account", account.iban()));
    }
}
