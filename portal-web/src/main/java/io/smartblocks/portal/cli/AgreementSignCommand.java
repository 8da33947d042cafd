package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.runtime.run.ProposedForm;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agreement sign}: signs the text in a file if it is what was proposed; the last signature brings it into force. */
@Command(
        name = "sign",
        description =
                "Sign the text in FILE if it is exactly what was proposed; the last signature brings it into force.")
final class AgreementSignCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "The agreement's id on the ledger.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The text that is signed.")
    private Path file = Path.of("");

    @Option(
            names = "--agreement-version",
            paramLabel = "VERSION",
            description = "Which version, if several wait for signatures.")
    private Optional<String> version = Optional.empty();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private SignerOptions signing = new SignerOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String text = Texts.read(file);
        Hash hash = Hash.of(text);
        DataDirectory directory = data.existing();
        Clock clock = Clock.systemUTC();
        try (Ledger ledger = directory.openLedger(clock)) {
            AgreementState state = new AgreementsOnLedger(ledger).version(id, version, AgreementSignCommand::isOpen);
            Proposal proposal = state.proposal();
            if (!proposal.textHash().equals(hash)) {
                throw new InputRefused("'%s' is not the text that was proposed: its hash is %s, the proposed one's %s."
                        .formatted(file, hash, proposal.textHash()));
            }
            ProposedForm.objection(proposal, text).ifPresent(why -> {
                throw new InputRefused("Nothing is signed: %s.".formatted(why));
            });
            Signer signer = signing.open(directory, ledger);
            boolean last = state.unsigned().size() == 1;
            long block = new LedgerStatement(ledger, signer, CommandsTold.in(directory, ledger, clock), clock)
                    .make(payloads(proposal, last));
            spec.commandLine()
                    .getOut()
                    .println("%s version %s is signed by %s in block %d%s."
                            .formatted(id, proposal.version(), signer.member(), block, last ? " and in force" : ""));
        }
        return ExitCode.DONE;
    }

    private static boolean isOpen(AgreementState state) {
        return state instanceof AgreementState.Proposed || state instanceof AgreementState.Signed;
    }

    private static Payload[] payloads(Proposal proposal, boolean last) {
        Payload signature = proposal.toSign();
        return last
                ? new Payload[] {signature, new ActivateAgreement(proposal.agreement(), proposal.version())}
                : new Payload[] {signature};
    }
}
