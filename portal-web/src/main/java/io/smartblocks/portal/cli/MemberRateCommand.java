package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MemberAction.RateMember;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code member rate}: says how another party kept an agreement in a period that is settled. */
@Command(
        name = "rate",
        description = "Say how another party kept an agreement in a settled period; said again, it replaces the first.")
final class MemberRateCommand extends StatingCommand {

    @Parameters(index = "0", paramLabel = "MEMBER", description = "The organisation that is rated.")
    private String organisation = "";

    @Option(
            names = "--stars",
            paramLabel = "N",
            required = true,
            description = "1 for not at all, to 5 for all that was agreed.")
    private int stars;

    @Option(names = "--agreement", paramLabel = "ID", required = true, description = "The agreement's id.")
    private String agreement = "";

    @Option(
            names = "--period",
            paramLabel = "DATE",
            required = true,
            description = "The first day of the settled period: 2026-10-01.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--of", paramLabel = "NAME", description = "The period's name, if several begin on that day.")
    private Optional<String> of = Optional.empty();

    @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "What there is to say.")
    private String comment = "";

    @Override
    String state(LedgerStatement statement) {
        MemberId rated = LedgerStatement.member(organisation);
        AgreementId id = LedgerStatement.typed(() -> new AgreementId(agreement));
        String period = period(id, statement.view());
        long block = statement.make(new RateMember(rated, id, period, from, stars, comment));
        return "%s is rated %d of 5 by %s for %s from %s, in block %d."
                .formatted(rated, stars, statement.organisation(), period, from, block);
    }

    private String period(AgreementId id, StateView ledger) {
        List<CommitSettlement> settled = ledger.states("settlement/" + id + "/").stream()
                .map(entry -> ((SettlementState) entry.state()).settlement())
                .toList();
        List<String> names = settled.stream()
                .filter(settlement -> settlement.from().equals(from))
                .map(CommitSettlement::period)
                .filter(name -> of.isEmpty() || of.get().equals(name))
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw new InputRefused("No period %sof '%s' that begins on %s is settled; settled are %s."
                    .formatted(of.map(name -> "'" + name + "' ").orElse(""), id, from, inWords(settled)));
        }
        if (names.size() > 1) {
            throw new InputRefused("Several periods of '%s' begin on %s; name one of %s with --of."
                    .formatted(id, from, String.join(", ", names)));
        }
        return names.get(0);
    }

    private static String inWords(List<CommitSettlement> settled) {
        return settled.isEmpty()
                ? "none"
                : settled.stream()
                        .map(each -> each.period() + " from " + each.from())
                        .distinct()
                        .collect(joining(", "));
    }
}
