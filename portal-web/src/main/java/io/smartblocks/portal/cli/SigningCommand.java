package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Ledger;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that opens a ledger and a key store, states something, and prints one sentence about it. */
abstract class SigningCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private SignerOptions signing = new SignerOptions();

    @Spec
    private CommandSpec spec;

    private Optional<CommandsTold> told = Optional.empty();

    @Override
    public final Integer call() {
        DataDirectory directory = data.existing();
        Clock clock = Clock.systemUTC();
        try (Ledger ledger = directory.openLedger(clock)) {
            told = Optional.of(CommandsTold.in(directory, ledger, clock));
            String done = state(ledger, signing.keys(directory, onDemoSite()), clock);
            spec.commandLine().getOut().println(done);
        }
        return ExitCode.DONE;
    }

    /** States it, and says what stands now. */
    abstract String state(Ledger ledger, OpenedKeys keys, Clock clock);

    /** States things with a signer's key, which the audit log is told. */
    final LedgerStatement statement(Ledger ledger, Signer signer, Clock clock) {
        return new LedgerStatement(ledger, signer, told.orElseThrow(), clock);
    }

    /** Who signs on a demo site when nobody is named. */
    Optional<MemberId> onDemoSite() {
        return Optional.empty();
    }

    /** Tells something that the user should know although all went well. */
    final void note(String sentence) {
        spec.commandLine().getErr().println("note: " + sentence);
    }
}
