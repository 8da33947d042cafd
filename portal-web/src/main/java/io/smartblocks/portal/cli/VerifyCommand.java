package io.smartblocks.portal.cli;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.Verification;
import io.smartblocks.runtime.run.VerifyingSettlement;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: settles a committed period again and compares the bytes. */
@Command(
        name = "verify",
        description = "Settle a committed period again from its evidence as of its block, and compare every byte.")
final class VerifyCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id on the ledger.")
    private String agreement = "";

    @Parameters(index = "1", paramLabel = "PERIOD", description = "The first day of the settled period: 2026-10-01.")
    private LocalDate from = LocalDate.EPOCH;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataDirectory directory = data.existing();
        List<Finding> findings;
        try (Ledger ledger = directory.openLedger(Clock.systemUTC());
                ReadModel model = directory.openReadModel()) {
            model.catchUp(ledger);
            VerifyingSettlement verifying = new VerifyingSettlement(model, new SettlementEngine());
            findings = committed(model).stream()
                    .map(record -> Finding.of(record, verifying.verify(record)))
                    .toList();
        }
        print(findings);
        return findings.stream().allMatch(Finding::same) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private List<SettlementRecord> committed(ReadModel model) {
        List<SettlementRecord> ofAgreement = model.settlements().of(id());
        List<SettlementRecord> found = ofAgreement.stream()
                .filter(record -> record.settlement().from().equals(from))
                .toList();
        if (found.isEmpty()) {
            List<String> there = ofAgreement.stream()
                    .map(record -> record.settlement().from().toString())
                    .distinct()
                    .toList();
            throw new InputRefused("No period of '%s' that begins on %s is settled; settled are %s."
                    .formatted(agreement, from, there.isEmpty() ? "none" : String.join(", ", there)));
        }
        return found;
    }

    private AgreementId id() {
        try {
            return new AgreementId(agreement);
        } catch (IllegalArgumentException e) {
            throw new InputRefused(e.getMessage() + ".", e);
        }
    }

    private void print(List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, findings);
        } else {
            findings.forEach(finding -> out.println("%s from %s, revision %d, block %d: %s"
                    .formatted(
                            finding.period(), finding.from(), finding.revision(), finding.block(), finding.result())));
        }
    }

    /** What came of one revision of one period. */
    record Finding(String period, LocalDate from, int revision, long block, boolean same, String result) {

        static Finding of(SettlementRecord record, Verification verification) {
            return new Finding(
                    record.settlement().period(),
                    record.settlement().from(),
                    record.settlement().revision(),
                    record.block(),
                    verification instanceof Verification.Same,
                    inWords(verification));
        }

        private static String inWords(Verification verification) {
            if (verification instanceof Verification.Same same) {
                return "the same bytes, " + same.statementHash();
            }
            if (verification instanceof Verification.Different different) {
                return "different: %s is %s on the ledger and %s here"
                        .formatted(
                                different.first().where(),
                                different.first().committed(),
                                different.first().computed());
            }
            return verification instanceof Verification.NotSettled not
                    ? "cannot be settled again: " + not.reason()
                    : ((Verification.Unknown) verification).message();
        }
    }
}
