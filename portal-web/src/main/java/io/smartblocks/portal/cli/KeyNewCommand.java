package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.MemberId;
import java.io.PrintWriter;
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

/** {@code key new}: makes a key in a store of its own, or beside the one whose place it is to take. */
@Command(
        name = "new",
        description = {
            "Make a key for a member, in a new key store (PKCS#12).",
            "No ledger knows the key yet: state its public half when the member applies, is registered or changes keys."
        })
final class KeyNewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MEMBER", description = "Whose key it will be, such as harbour-energy.")
    private String member = "";

    @Option(names = "--out", paramLabel = "FILE", description = "The key store; default MEMBER.p12.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--replace",
            description =
                    "Make the key beside the one in the key store; that one signs until the ledger names the new one.")
    private boolean replace;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory whose audit log is told; default the one in which the key store lies.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Mixin
    private PasswordOption password = new PasswordOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        MemberId owner = LedgerStatement.member(member);
        KeyStoreFile file = new KeyStoreFile(out.orElseGet(() -> Path.of(owner + ".p12")));
        KeyReport report = KeyStores.using(() -> replace ? successor(owner, file) : first(owner, file));
        PrintWriter err = spec.commandLine().getErr();
        report.print(spec.commandLine().getOut(), json);
        err.println(
                replace
                        ? "The new key stands beside the old one in '%s'; the old one signs until the ledger names the new one."
                                .formatted(file.path())
                        : "The key is in '%s'. Keep a copy of it and of its password elsewhere: nobody can make them again."
                                .formatted(file.path()));
        return ExitCode.DONE;
    }

    private KeyReport first(MemberId owner, KeyStoreFile file) {
        if (file.exists()) {
            throw new InputRefused(("Key store '%s' exists already and is not overwritten; name another with --out,"
                            + " or make the new key beside the old one with --replace.")
                    .formatted(file.path()));
        }
        KeyPassword fresh = password.required(file.path());
        KeyPasswordCommand.requireLong(fresh);
        CommandsTold.ofKeys(data, file.path(), owner, "new", Clock.systemUTC());
        file.create(owner, KeyPair.generate(), fresh, Clock.systemUTC().instant());
        return KeyReport.of(owner, file.certificates(), true);
    }

    private KeyReport successor(MemberId owner, KeyStoreFile file) {
        if (!file.exists()) {
            throw new InputRefused("There is no key store '%s' whose key could be replaced; leave --replace out."
                    .formatted(file.path()));
        }
        KeyPassword known = password.required(file.path());
        file.open(known).requireOf(owner);
        CommandsTold.ofKeys(data, file.path(), owner, "replace", Clock.systemUTC());
        file.add(KeyPair.generate(), known, Clock.systemUTC().instant());
        return KeyReport.of(owner, file.certificates(), true);
    }
}
