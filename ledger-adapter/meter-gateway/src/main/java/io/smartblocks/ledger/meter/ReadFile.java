package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.greenbutton.Contents;
import io.smartblocks.ledger.meter.validation.ValidationReport;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a readings file came to: pages of all its readings, or none and everything that is wrong with it. */
public sealed interface ReadFile {

    /**
     * Every reading of the file has its place.
     *
     * @param pages by meter and day, in order
     * @param readings how many readings the pages hold
     * @param notes what a reader should know, such as days with missing readings
     * @param found what validation found remarkable; it stands flagged on the pages
     * @param aside what could not be recorded and was left out, where the caller wants that
     * @param contents what else a Green Button file holds
     */
    record Pages(
            List<ReadingsPage> pages,
            int readings,
            List<Note> notes,
            ValidationReport found,
            Aside aside,
            Optional<Contents> contents)
            implements ReadFile {
        public Pages {
            pages = List.copyOf(pages);
            notes = List.copyOf(notes);
        }
    }

    /**
     * The rows that were not taken.
     *
     * @param rows how many rows the file has
     * @param missing how many of them state that their reading is missing
     * @param left how many were left out for what is wrong with them
     * @param problems the first things that are wrong
     */
    record Aside(long rows, long missing, long left, List<Problem> problems) {
        public Aside {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Something is wrong, so nothing of the file is used.
     *
     * @param problems the first of them, by line
     * @param further how many more there are
     * @param contents what a Green Button file holds, though it cannot be recorded
     */
    record Refused(List<Problem> problems, int further, Optional<Contents> contents) implements ReadFile {
        public Refused {
            problems = List.copyOf(problems);
        }

        /** All problems as text, one a line. */
        public String text() {
            String lines = problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
            return further == 0 ? lines : lines + "\n" + "and " + further + " more of them";
        }
    }
}
