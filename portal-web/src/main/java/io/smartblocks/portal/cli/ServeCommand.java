package io.smartblocks.portal.cli;

import io.smartblocks.portal.LedgerChoice;
import io.smartblocks.portal.LedgerNotChosen;
import io.smartblocks.portal.MetersNotTaken;
import io.smartblocks.portal.ServeOptions;
import io.smartblocks.portal.SmartBlocksApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: portal, scheduler and ledger in one process. */
@Command(name = "serve", description = "Run portal, scheduler and ledger in one process.")
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "smartblocks-data",
            description = "Where ledger, read model, accounts and keys lie; default ${DEFAULT-VALUE}.")
    private Path data = Path.of("smartblocks-data");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port to listen on; 0 takes a free one; default ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--demo", description = "Fill an empty data directory with a living demo site.")
    private boolean demo;

    @Option(
            names = "--ledger",
            paramLabel = "KIND",
            description =
                    "embedded: a ledger of this machine, which is the default; fabric: one on Hyperledger Fabric.")
    private Optional<String> ledger = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "With --ledger fabric: how its channel is reached, and as whom.")
    private Optional<Path> profile = Optional.empty();

    @Option(
            names = "--meters",
            paramLabel = "FOLDER",
            description = "Take meter files from here every 30 seconds; they are moved to 'done' or 'refused' in it.")
    private Optional<Path> meters = Optional.empty();

    @Option(
            names = "--meters-as",
            paramLabel = "MEMBER",
            description = "The meter operator that signs them, if several have their keys in DIR/keys.")
    private Optional<String> metersAs = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    spec.commandLine(), "There is no port %d; choose one from 0 to 65535.".formatted(port));
        }
        meters.filter(folder -> !Files.isDirectory(folder)).ifPresent(none -> {
            throw new InputRefused("There is no folder '%s' to take meter files from.".formatted(none));
        });
        LedgerChoice choice = choice();
        if (demo && choice.fabricProfile().isPresent()) {
            throw new InputRefused(
                    "A demo site lives on a ledger of its own machine; leave --demo or --ledger fabric out.");
        }
        DataDirectory directory = new DataDirectory(data);
        directory.prepare(demo);
        if (directory.isDemoSite() && !demo) {
            spec.commandLine()
                    .getErr()
                    .printf("'%s' is a demo site; without --demo nothing new happens in it.%n", data);
        }
        String listening = start(choice).getEnvironment().getRequiredProperty("local.server.port");
        spec.commandLine().getErr().printf("SmartBlocks is at http://localhost:%s; stop it with Ctrl+C.%n", listening);
        return ExitCode.STILL_SERVING;
    }

    private LedgerChoice choice() {
        try {
            return ledger.isEmpty() && profile.isEmpty()
                    ? LedgerChoice.embedded()
                    : LedgerChoice.of(ledger.orElse("embedded"), profile);
        } catch (LedgerNotChosen e) {
            throw new InputRefused(e.getMessage() + ".", e);
        }
    }

    private ConfigurableApplicationContext start(LedgerChoice choice) {
        try {
            return SmartBlocksApplication.start(
                    new ServeOptions(data, port, demo, choice, meters, metersAs.map(LedgerStatement::member)));
        } catch (RuntimeException e) {
            throw refusal(e).orElseThrow(() -> e);
        }
    }

    /** What the user can mend, as a refusal; nothing for what only we can. */
    private Optional<InputRefused> refusal(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> refusal(cause, failure).stream())
                .findFirst();
    }

    private Optional<InputRefused> refusal(Throwable cause, RuntimeException failure) {
        if (cause instanceof PortInUseException inUse) {
            return Optional.of(new InputRefused(
                    "Port %d is in use; choose another with --port.".formatted(inUse.getPort()), failure));
        }
        if (cause instanceof MetersNotTaken) {
            return Optional.of(new InputRefused(cause.getMessage(), failure));
        }
        return DataDirectory.refusal(data, cause);
    }
}
