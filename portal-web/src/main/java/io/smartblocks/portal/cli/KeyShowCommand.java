package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.KeyCertificate;
import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.KeyStoreFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code key show}: whose key store it is, and the public halves of its keys. */
@Command(
        name = "show",
        description = {
            "Show whose key store it is and the public half of its key, as the ledger writes it, with its fingerprint.",
            "The password is not needed; where it is given, the whole store is checked."
        })
final class KeyShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The key store.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Mixin
    private PasswordOption password = new PasswordOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        KeyStoreFile store = new KeyStoreFile(file);
        PrintWriter err = spec.commandLine().getErr();
        Optional<KeyPassword> known = password.given();
        KeyReport report = KeyStores.using(() -> {
            known.ifPresent(store::open);
            List<KeyCertificate> certificates = store.certificates();
            return KeyReport.of(certificates.get(0).member(), certificates, known.isPresent());
        });
        KeyStores.warn(store, err);
        report.print(spec.commandLine().getOut(), json);
        if (known.isEmpty()) {
            err.println("note: without the password nothing shows that the store was not changed.");
        }
        return ExitCode.DONE;
    }
}
