package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** For which period something is owed. */
final class DutyPeriod {

    @Option(
            names = "--period-from",
            paramLabel = "DATE",
            required = true,
            description = "The first day of the period for which it is owed: 2026-01-05.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--of", paramLabel = "NAME", description = "Which period, if it is owed for several.")
    private Optional<String> name = Optional.empty();

    LocalDate from() {
        return from;
    }

    boolean is(StateOccurrence stated) {
        return stated.periodFrom().equals(from)
                && (name.isEmpty() || stated.period().equals(name.get()));
    }

    /** The period's name, which need not be said where the clause owes something for one only. */
    String name(AgreementState version, String clause) {
        List<String> owed = version.proposal().terms().owed().stream()
                .filter(each -> each.clause().equals(clause) && !each.payment())
                .flatMap(each -> each.periods().stream())
                .map(Cycle::name)
                .distinct()
                .toList();
        if (name.isEmpty() && owed.size() > 1) {
            throw new InputRefused("Clause %s owes something for each %s; name one with --of."
                    .formatted(clause, String.join(", ", owed)));
        }
        return name.or(() -> owed.stream().findFirst())
                .orElseThrow(() -> Known.not(
                        AgreementInWords.name(version),
                        "duty other than to pay under clause",
                        clause,
                        version.proposal().terms().owed().stream()
                                .filter(each ->
                                        !each.payment() && !each.periods().isEmpty())
                                .map(each -> each.clause())
                                .toList()));
    }
}
