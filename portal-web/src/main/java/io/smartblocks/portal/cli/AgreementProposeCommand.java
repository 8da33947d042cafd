package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.run.Proposable;
import io.smartblocks.runtime.run.ProposalOf;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code agreement propose}: puts a complete text before its parties. */
@Command(name = "propose", description = "Put a complete text before its parties; each signs exactly this text.")
final class AgreementProposeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The agreement.")
    private Path file = Path.of("");

    @Option(names = "--id", paramLabel = "ID", description = "Its id on the ledger; made from the title if left out.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--party",
            paramLabel = "TERM=MEMBER",
            required = true,
            converter = Assignment.Converter.class,
            description = "The organisation behind a party of the text: ESCO=harbour-energy. Once for each party.")
    private List<Assignment> parties = List.of();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private SignerOptions signing = new SignerOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String text = Texts.read(file);
        Agreement agreement = complete(new SourceText(file.toString(), text));
        AgreementId agreementId = LedgerStatement.typed(() ->
                new AgreementId(id.orElseGet(() -> Slug.of(agreement.head().title()))));
        DataDirectory directory = data.existing();
        Clock clock = Clock.systemUTC();
        try (Ledger ledger = directory.openLedger(clock)) {
            ProposeAgreement proposal = ProposalOf.text(agreementId, text, agreement, organisations(agreement));
            long block = new LedgerStatement(
                            ledger, signing.open(directory, ledger), CommandsTold.in(directory, ledger, clock), clock)
                    .make(proposal);
            spec.commandLine()
                    .getOut()
                    .println("%s version %s is proposed in block %d; the text's hash is %s."
                            .formatted(agreementId, agreement.head().version(), block, proposal.textHash()));
        }
        return ExitCode.DONE;
    }

    /** Only a text that leaves nothing open can bind anybody. */
    private static Agreement complete(SourceText text) {
        Proposable proposable = Proposable.of(text);
        if (proposable instanceof Proposable.Complete complete) {
            return complete.agreement();
        }
        if (proposable instanceof Proposable.Unreadable unreadable) {
            throw AgreementFiles.unusable(text, unreadable.diagnostics());
        }
        if (proposable instanceof Proposable.NeverSettled never) {
            throw new InputRefused("'%s' could never be settled: %s.".formatted(text.name(), never.objection()));
        }
        if (proposable instanceof Proposable.Open open) {
            throw new InputRefused("'%s' cannot be proposed while it leaves something open:\n%s"
                    .formatted(
                            text.name(),
                            open.questions().stream()
                                    .map(Diagnostic::message)
                                    .map(message -> "- " + message)
                                    .collect(joining("\n"))));
        }
        throw new InputRefused(
                "'%s' is not complete in itself; write the complete text with `smartblocks complete %1$s -o NEW` and propose that."
                        .formatted(text.name()));
    }

    private Map<String, MemberId> organisations(Agreement agreement) {
        Map<String, MemberId> organisations = new TreeMap<>();
        parties.forEach(party -> organisations.put(party.name(), LedgerStatement.member(party.value())));
        List<String> terms = agreement.parties().stream()
                .map(Declaration.Party::name)
                .sorted()
                .toList();
        if (!List.copyOf(organisations.keySet()).equals(terms)) {
            throw new InputRefused(
                    "The text has the parties %s; name the organisation behind each with --party \"%s=…\"."
                            .formatted(String.join(", ", terms), terms.isEmpty() ? "TERM" : terms.get(0)));
        }
        return organisations;
    }
}
