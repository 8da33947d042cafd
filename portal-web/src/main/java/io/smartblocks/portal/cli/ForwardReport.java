package io.smartblocks.portal.cli;

import io.smartblocks.ledger.meter.Problem;
import io.smartblocks.ledger.meter.ReadFile;
import io.smartblocks.ledger.meter.edge.TakenFile;
import io.smartblocks.ledger.outbox.PutAside;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Tells what happened in a round of forwarding, in words or as JSON. */
record ForwardReport(boolean json, PrintWriter out, PrintWriter err) {

    void tell(Forwarding.Round round) {
        if (json) {
            JsonReport.print(out, document(round));
            return;
        }
        round.files().forEach(this::tell);
        round.delivery().refused().forEach(refused -> err.println("put aside: " + OutboxCommand.line(refused)));
        out.printf(
                "%s recorded, %d there before, %d waiting, %d put aside.%n",
                Count.of(round.delivery().committed(), "page"),
                round.delivery().already(),
                round.delivery().waiting(),
                round.delivery().refused().size());
        round.away().ifPresent(why -> err.println("The ledger is away: " + why + "."));
    }

    private void tell(TakenFile file) {
        if (file instanceof TakenFile.Stored stored) {
            ReadFile.Pages read = stored.read();
            read.notes().forEach(note -> err.println(file.name() + ": note: " + note.text()));
            read.found().lines().forEach(line -> err.println(file.name() + ": flagged: " + line.strip()));
            read.aside().problems().forEach(problem -> err.println(file.name() + ": left out: " + problem.text()));
            out.println(words(file));
        } else {
            err.println(words(file));
        }
    }

    private static String words(TakenFile file) {
        if (file instanceof TakenFile.Stored stored) {
            return "%s: %s on %s stored."
                    .formatted(
                            file.name(),
                            Count.of(stored.read().readings(), "reading"),
                            Count.of(stored.read().pages().size(), "page"));
        }
        if (file instanceof TakenFile.Refused refused) {
            return file.name() + ": refused:\n" + refused.why();
        }
        return file.name() + ": waits: " + ((TakenFile.Waits) file).why() + ".";
    }

    private static Document document(Forwarding.Round round) {
        return new Document(
                round.files().stream().map(ForwardReport::document).toList(),
                round.delivery().committed(),
                round.delivery().already(),
                round.delivery().waiting(),
                round.delivery().refused().stream().map(OutboxCommand::document).toList(),
                round.away());
    }

    private static FileDocument document(TakenFile file) {
        if (file instanceof TakenFile.Stored stored) {
            ReadFile.Pages read = stored.read();
            return new FileDocument(
                    file.name(),
                    "stored",
                    read.readings(),
                    read.pages().size(),
                    read.found().lines(),
                    read.aside().problems().stream().map(Problem::text).toList());
        }
        if (file instanceof TakenFile.Refused refused) {
            return new FileDocument(
                    file.name(),
                    "refused",
                    0,
                    0,
                    List.of(),
                    refused.why().lines().toList());
        }
        return new FileDocument(file.name(), "waits", 0, 0, List.of(), List.of(((TakenFile.Waits) file).why()));
    }

    /** What {@code meter forward --json} prints for each round. */
    record Document(
            List<FileDocument> files,
            int recordedPages,
            int pagesBefore,
            int waiting,
            List<OutboxCommand.Batch> putAside,
            Optional<String> away) {}

    /** What became of one file. */
    record FileDocument(
            String file, String outcome, int readings, int pages, List<String> findings, List<String> problems) {}

    /** Whether someone has to look at something. */
    static boolean isClean(Forwarding.Round round) {
        List<PutAside> refused = round.delivery().refused();
        return refused.isEmpty() && round.files().stream().noneMatch(TakenFile.Refused.class::isInstance);
    }
}
