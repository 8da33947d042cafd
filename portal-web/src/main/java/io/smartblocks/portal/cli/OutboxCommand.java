package io.smartblocks.portal.cli;

import io.smartblocks.ledger.outbox.Outbox;
import io.smartblocks.ledger.outbox.OutboxInUse;
import io.smartblocks.ledger.outbox.OutboxLook;
import io.smartblocks.ledger.outbox.PutAside;
import io.smartblocks.ledger.outbox.Receipt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code meter outbox}: what waits for the ledger, and what it refused. */
@Command(
        name = "outbox",
        description = "Show what waits for the ledger, and decide what becomes of what it refused.",
        synopsisSubcommandLabel = "COMMAND")
final class OutboxCommand extends CommandGroup {

    @Spec
    private CommandSpec spec;

    @Command(name = "status", description = "Say how much waits and how much was refused, also while it is being sent.")
    int status(
            @Option(names = "--outbox", paramLabel = "DIR", required = true, description = WHERE) Path directory,
            @Option(names = "--json", description = "Report as JSON.") boolean json) {
        OutboxLook look = look(directory);
        if (json) {
            JsonReport.print(
                    spec.commandLine().getOut(),
                    new Status(look.waiting(), look.oldest(), look.putAside().size(), look.damaged(), look.bytes()));
            return ExitCode.DONE;
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "%s waiting%s, %d put aside, %d damaged, %,d bytes.%n",
                        Count.of(look.waiting(), "page"),
                        look.oldest().map(since -> " since " + since).orElse(""),
                        look.putAside().size(),
                        look.damaged().size(),
                        look.bytes());
        look.damaged().forEach(name -> spec.commandLine().getErr().println("damaged: " + directory.resolve(name)));
        return ExitCode.DONE;
    }

    @Command(name = "put-aside", description = "List the pages that the ledger refused, with its reasons.")
    int putAside(
            @Option(names = "--outbox", paramLabel = "DIR", required = true, description = WHERE) Path directory,
            @Option(names = "--json", description = "Report as JSON.") boolean json) {
        List<PutAside> refused = look(directory).putAside();
        if (json) {
            JsonReport.print(
                    spec.commandLine().getOut(),
                    refused.stream().map(OutboxCommand::document).toList());
        } else {
            refused.forEach(each -> spec.commandLine().getOut().println(line(each)));
            spec.commandLine().getErr().println(Count.of(refused.size(), "page") + " put aside.");
        }
        return ExitCode.DONE;
    }

    @Command(name = "retry", description = "Let refused pages wait again, before later ones of their meters.")
    int retry(
            @Option(names = "--outbox", paramLabel = "DIR", required = true, description = WHERE) Path directory,
            @Parameters(paramLabel = "RECEIPT", arity = "1..*", description = WHICH) List<String> receipts) {
        return decide(directory, receipts, Outbox::retry, "waiting again");
    }

    @Command(name = "discard", description = "Delete refused pages for good.")
    int discard(
            @Option(names = "--outbox", paramLabel = "DIR", required = true, description = WHERE) Path directory,
            @Parameters(paramLabel = "RECEIPT", arity = "1..*", description = WHICH) List<String> receipts) {
        return decide(directory, receipts, Outbox::discard, "discarded");
    }

    private static final String WHERE = "The directory of the outbox.";
    private static final String WHICH = "The receipts that 'put-aside' lists.";

    private int decide(Path directory, List<String> receipts, BiConsumer<Outbox, Receipt> decision, String done) {
        requireOutbox(directory);
        try (Outbox outbox = Outbox.open(directory, Clock.systemUTC())) {
            List<Receipt> all = receipts.stream().map(Receipt::new).toList();
            List<Receipt> known =
                    outbox.putAside().stream().map(PutAside::receipt).toList();
            all.stream().filter(receipt -> !known.contains(receipt)).findFirst().ifPresent(unknown -> {
                throw new InputRefused(
                        "'%s' is not put aside in '%s'; nothing was changed.".formatted(unknown, directory));
            });
            all.stream().distinct().forEach(receipt -> decision.accept(outbox, receipt));
            spec.commandLine().getOut().println(Count.of(all.size(), "page") + " " + done + ".");
            return ExitCode.DONE;
        } catch (OutboxInUse inUse) {
            throw refusal(inUse);
        } catch (IllegalArgumentException noReceipt) {
            throw new InputRefused(noReceipt.getMessage() + ".", noReceipt);
        }
    }

    private static OutboxLook look(Path directory) {
        requireOutbox(directory);
        return OutboxLook.at(directory);
    }

    private static void requireOutbox(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new InputRefused(
                    "There is no outbox '%s'; 'smartblocks meter forward' makes one.".formatted(directory));
        }
    }

    static InputRefused refusal(OutboxInUse inUse) {
        return new InputRefused("The " + inUse.getMessage() + ".", inUse);
    }

    static String line(PutAside refused) {
        return "%s %s since %s: %s: %s"
                .formatted(
                        refused.receipt(),
                        refused.lane(),
                        refused.queuedAt(),
                        refused.refusal().code(),
                        refused.refusal().message());
    }

    static Batch document(PutAside refused) {
        return new Batch(
                refused.receipt().toString(),
                refused.lane().name(),
                refused.queuedAt(),
                refused.refusal().code(),
                refused.refusal().message());
    }

    /** What {@code meter outbox status --json} prints. */
    record Status(int waiting, Optional<Instant> oldest, int putAside, List<String> damaged, long bytes) {}

    /** One refused page, as JSON tells it. */
    record Batch(String receipt, String meter, Instant since, String code, String message) {}
}
