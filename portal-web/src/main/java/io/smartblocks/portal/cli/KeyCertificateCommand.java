package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.KeyCertificate;
import io.smartblocks.ledger.identity.KeyStoreFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code key certificate}: the public part of a key store for other programs. */
@Command(
        name = "certificate",
        description = {
            "Print the certificate of the newest key in PEM: the member and the public half, nothing secret.",
            "The password is not needed."
        })
final class KeyCertificateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The key store.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        KeyStoreFile store = new KeyStoreFile(file);
        List<KeyCertificate> oldestFirst = KeyStores.using(store::certificates);
        KeyStores.warn(store, spec.commandLine().getErr());
        spec.commandLine()
                .getOut()
                .print(oldestFirst.get(oldestFirst.size() - 1).pem());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
