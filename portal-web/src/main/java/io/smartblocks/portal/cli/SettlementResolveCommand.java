package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.portal.settlement.SettlementAccount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code settlement resolve}: ends a dispute. */
@Command(
        name = "resolve",
        description = {
            "End a dispute: the other parties uphold it, or the party that disputes accepts that it is rejected,",
            "or withdraws it."
        })
final class SettlementResolveCommand extends SettlementStatingCommand {

    @Option(
            names = "--verdict",
            paramLabel = "VERDICT",
            required = true,
            description = "How it ends: upheld, rejected or withdrawn.")
    private Verdict verdict = Verdict.WITHDRAWN;

    @Option(names = "--disputed-by", paramLabel = "MEMBER", description = "Whose dispute, if there are several.")
    private Optional<String> disputedBy = Optional.empty();

    @Mixin
    private ReasonOption reason = new ReasonOption();

    private Optional<MemberId> disputing = Optional.empty();

    @Override
    SettlementAction action(SettlementAccount before) {
        MemberId member = disputedBy.map(LedgerStatement::member).orElseGet(() -> only(before));
        disputing = Optional.of(member);
        return new ResolveDispute(before.settled().id(), member, verdict, reason.text());
    }

    private static MemberId only(SettlementAccount account) {
        List<DisputeState> open =
                account.disputes().stream().filter(DisputeState::open).toList();
        if (open.size() != 1) {
            throw new InputRefused("%s: %s."
                    .formatted(
                            SettledPeriod.words(account.settled()),
                            open.isEmpty()
                                    ? "no dispute of it is open"
                                    : "several disputes are open; name one with --disputed-by: "
                                            + AgreementInWords.list(open.stream()
                                                    .map(DisputeState::organisation)
                                                    .toList())));
        }
        return open.get(0).organisation();
    }

    @Override
    String outcome(SettlementAccount after) {
        MemberId member = disputing.orElseThrow();
        DisputeState state = after.disputes().stream()
                .filter(dispute -> dispute.organisation().equals(member))
                .findFirst()
                .orElseThrow();
        return state.end()
                .map(end -> "the dispute by " + member + " is "
                        + end.verdict().name().toLowerCase(Locale.ROOT))
                .orElseGet(() -> "the dispute by " + member + " is conceded by "
                        + AgreementInWords.list(state.conceded()) + " and stays open until all others do");
    }
}
