package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.TerminateAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code agreement terminate}: ends an agreement early, alone under a clause or together with all parties. */
@Command(
        name = "terminate",
        description = {
            "End an agreement before its last day: alone, under a clause that gives the right,",
            "or together, once all parties have stated the same last day without a clause."
        })
final class AgreementTerminateCommand extends AgreementLifeCommand {

    @Option(
            names = "--last-day",
            paramLabel = "DATE",
            required = true,
            description = "The last day in force: 2026-12-31.")
    private LocalDate lastDay = LocalDate.EPOCH;

    @Option(names = "--clause", paramLabel = "NUMBER", description = "The clause that gives the right.")
    private Optional<String> clause = Optional.empty();

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    AgreementAction step(AgreementId agreement, String version) {
        return new TerminateAgreement(agreement, version, lastDay, clause, reason.text());
    }
}
