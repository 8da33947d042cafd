package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.KeyStoreFile;
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

/** {@code key password}: locks a key store with another password. */
@Command(
        name = "password",
        description = {
            "Lock a key store with another password; the keys stay the same.",
            "Copies that were made before still open with the old one."
        })
final class KeyPasswordCommand implements Callable<Integer> {

    private static final String VARIABLE = "SMARTBLOCKS_NEW_KEY_PASSWORD";

    @Parameters(paramLabel = "FILE", description = "The key store.")
    private Path file = Path.of("");

    @Mixin
    private PasswordOption old = new PasswordOption();

    @Option(
            names = "--new-password-file",
            paramLabel = "FILE",
            description = "A file that holds the new password; without it " + VARIABLE + " is read.")
    private Optional<Path> newFile = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory whose audit log is told; default the one in which the key store lies.")
    private Optional<Path> data = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        KeyStoreFile store = new KeyStoreFile(file);
        KeyPassword known = old.required(file);
        KeyPassword fresh = PasswordOption.given(newFile, VARIABLE)
                .orElseThrow(() -> new InputRefused(
                        "The new password is missing; give it with --new-password-file FILE or in the variable %s."
                                .formatted(VARIABLE)));
        requireLong(fresh);
        KeyStores.using(() -> {
            CommandsTold.ofKeys(data, file, store.open(known).member(), "password", Clock.systemUTC());
            store.changePassword(known, fresh);
            return store;
        });
        spec.commandLine().getOut().println("Key store '%s' opens with the new password.".formatted(file));
        return ExitCode.DONE;
    }

    /** Refuses what is quickly guessed. */
    static void requireLong(KeyPassword fresh) {
        if (fresh.length() < KeyPassword.SHORTEST) {
            throw new InputRefused("The password has %s; a key wants at least %d."
                    .formatted(Count.of(fresh.length(), "character"), KeyPassword.SHORTEST));
        }
    }
}
