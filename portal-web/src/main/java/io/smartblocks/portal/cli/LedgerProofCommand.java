package io.smartblocks.portal.cli;

import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.embedded.LedgerDamaged;
import io.smartblocks.ledger.embedded.Proving;
import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger proof}: a document by which someone without the ledger can check what stands in it. */
@Command(
        name = "proof",
        description = {
            "Prove a transaction or a state to someone who has no copy of the ledger.",
            "It only reads, also while the ledger is in use."
        })
final class LedgerProofCommand implements Callable<Integer> {

    private static final Pattern TRANSACTION = Pattern.compile("[0-9a-f]{64}");

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(
            paramLabel = "ID|KEY",
            description = "The id of a transaction, or the key of a state such as meter/IE-1/heat.")
    private String what = "";

    @Option(
            names = "--block",
            paramLabel = "N",
            description = "Prove the state as it stood after this block; default: after the newest.")
    private Optional<Long> block = Optional.empty();

    @Option(
            names = "--links",
            description =
                    "Put all headers up to the newest block into the proof, so that no file of headers is needed.")
    private boolean links;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; default: standard output.")
    private Optional<Path> out = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path ledger = data.existing().ledger();
        String text = proof(ledger).text();
        if (out.isPresent()) {
            Texts.replace(out.get(), text);
            spec.commandLine()
                    .getErr()
                    .printf("%1$s is written; 'smartblocks ledger check-proof %1$s' checks it.%n", out.get());
        } else {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
        return ExitCode.DONE;
    }

    private Proof proof(Path ledger) {
        try {
            Proving proving = new Proving(StoredBlocks.in(ledger), links);
            return TRANSACTION.matcher(what).matches() ? transaction(proving) : state(proving);
        } catch (LedgerDamaged damaged) {
            throw new InputRefused(damaged.getMessage() + ".", damaged);
        }
    }

    private Proof transaction(Proving proving) {
        if (block.isPresent()) {
            throw new InputRefused("A transaction stands in one block only; --block is for the key of a state.");
        }
        return proving.transaction(TransactionId.of(what))
                .orElseThrow(() -> new InputRefused("No block holds the transaction %s.".formatted(what)));
    }

    private Proof state(Proving proving) {
        StateKey key = LedgerStatement.typed(() -> new StateKey(what));
        return proving.state(key, block.orElse(Long.MAX_VALUE))
                .orElseThrow(() -> new InputRefused(
                        "Nothing stands under '%s'%s; give the id of a transaction or a key such as 'meter/IE-1/heat'."
                                .formatted(
                                        what,
                                        block.map(number -> " after block " + number)
                                                .orElse(""))));
    }
}
