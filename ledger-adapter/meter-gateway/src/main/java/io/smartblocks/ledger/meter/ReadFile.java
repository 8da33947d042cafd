package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.transaction.ReadingsPage;
import java.util.List;
import java.util.stream.Collectors;

/** What a readings file came to: pages of all its readings, or none and everything that is wrong with it. */
public sealed interface ReadFile {

    /**
     * Every reading of the file has its place.
     *
     * @param pages by meter and day, in order
     * @param readings how many readings the pages hold
     * @param notes what a reader should know, such as days with missing readings
     */
    record Pages(List<ReadingsPage> pages, int readings, List<Note> notes) implements ReadFile {
        public Pages {
            pages = List.copyOf(pages);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Something is wrong, so nothing of the file is used.
     *
     * @param problems the first of them, by line
     * @param further how many more there are
     */
    record Refused(List<Problem> problems, int further) implements ReadFile {
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
