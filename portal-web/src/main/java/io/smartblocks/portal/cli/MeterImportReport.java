package io.smartblocks.portal.cli;

import io.smartblocks.ledger.meter.Forwarded;
import io.smartblocks.ledger.meter.GreenButtonListing;
import io.smartblocks.ledger.meter.MeterGateway;
import io.smartblocks.ledger.meter.Note;
import io.smartblocks.ledger.meter.Problem;
import io.smartblocks.ledger.meter.ReadFile;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what became of the readings of one file, in words or as JSON. */
record MeterImportReport(ReadFile.Pages read, boolean json, PrintWriter out, PrintWriter err) {

    void stored(Forwarded.Stored stored) {
        tell(false, stored.recorded(), stored.corrected(), stored.already());
    }

    void preview(MeterGateway.Preview preview) {
        tell(true, preview.recorded(), 0, preview.already());
        if (!json) {
            preview.conflicts().first().forEach(conflict -> out.println("differs: " + conflict.text()));
            if (preview.conflicts().further() > 0) {
                out.println("and " + preview.conflicts().further() + " more of them");
            }
            out.println("Nothing was recorded: this was a dry run.");
        }
    }

    static String conflicts(Forwarded.Conflicts conflicts) {
        String lines = conflicts.first().stream().map(Forwarded.Conflict::text).collect(Collectors.joining("\n"));
        return conflicts.further() == 0 ? lines : lines + "\nand " + conflicts.further() + " more of them";
    }

    private void tell(boolean dryRun, int recorded, int corrected, int already) {
        if (json) {
            JsonReport.print(out, document(dryRun, recorded, corrected, already));
            return;
        }
        read.contents().map(GreenButtonListing::of).orElse(List.of()).forEach(err::println);
        read.notes().forEach(note -> err.println("note: " + note.text()));
        read.found().lines().forEach(line -> err.println(line.startsWith(" ") ? line : "flagged: " + line));
        read.aside().problems().forEach(problem -> err.println("put aside: " + problem.text()));
        if (read.aside().left() > 0) {
            err.printf(
                    "%s of %d put aside.%n",
                    Count.of(read.aside().left(), "row"), read.aside().rows());
        }
        out.printf(
                "%s on %s: %d %s, %d corrected, %d there before.%n",
                Count.of(read.readings(), "reading"),
                Count.of(read.pages().size(), "page"),
                recorded,
                dryRun ? "would be recorded" : "recorded",
                corrected,
                already);
    }

    private Document document(boolean dryRun, int recorded, int corrected, int already) {
        Map<String, Integer> flags = new LinkedHashMap<>();
        read.found().counts().forEach((flag, count) -> flags.put(String.valueOf(flag.letter()), count));
        return new Document(
                read.readings(),
                recorded,
                corrected,
                already,
                read.notes().stream().map(Note::text).toList(),
                dryRun,
                read.aside().rows(),
                read.aside().missing(),
                read.aside().left(),
                flags,
                read.found().lines(),
                read.aside().problems().stream().map(Problem::text).toList());
    }

    /** What {@code meter import --json} prints. */
    record Document(
            int readings,
            int recordedPages,
            int correctedPages,
            int pagesBefore,
            List<String> notes,
            boolean dryRun,
            long rows,
            long missing,
            long putAside,
            Map<String, Integer> flagged,
            List<String> findings,
            List<String> aside) {}
}
