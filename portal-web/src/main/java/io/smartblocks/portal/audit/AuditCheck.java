package io.smartblocks.portal.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through the audit log from its first entry and tells where it is not as it was written. */
public final class AuditCheck {

    private static final int AT_ONCE = 1_000;
    private static final int MOST_FAULTS = 50;

    /** What is wrong at some entry. */
    public enum What {
        /** An entry says something else than its hash. */
        CHANGED,
        /** An entry names another one before it than the one that stands there. */
        UNLINKED,
        /** Entries are missing before this one. */
        GAP,
        /** The log ends before an entry that was kept in mind elsewhere, or before what its own end says. */
        CUT,
        /** The entry that was kept in mind elsewhere is another one here. */
        OTHER
    }

    /** One fault, and the entry where it shows. */
    public record Fault(long number, What what) {}

    /**
     * What was found.
     *
     * @param entries how many entries there are
     * @param end where the log ends; note it elsewhere to find later that entries are missing
     * @param faults in the order of the log, the first fifty
     */
    public record Found(long entries, Head end, List<Fault> faults) {

        public Found {
            faults = List.copyOf(faults);
        }

        /** Whether everything is as it was written. */
        public boolean sound() {
            return faults.isEmpty();
        }
    }

    private final EntryRows rows;
    private final HeadFile file;

    AuditCheck(EntryRows rows, HeadFile file) {
        this.rows = rows;
        this.file = file;
    }

    /** Checks the log of a data directory whose portal does not run. */
    public static AuditCheck in(Path data) {
        return new AuditCheck(new EntryRows(PortalTables.of(data).jdbc()), new HeadFile(data));
    }

    /** Hands out every entry in the order of the log, until an instant. */
    public void forEach(Optional<Instant> until, Consumer<Entry> reader) {
        long number = 0;
        for (List<Entry> some = rows.behind(number, AT_ONCE); !some.isEmpty(); some = rows.behind(number, AT_ONCE)) {
            for (Entry entry : some) {
                if (until.filter(end -> entry.content().at().isAfter(end)).isPresent()) {
                    return;
                }
                reader.accept(entry);
            }
            number = some.get(some.size() - 1).number();
        }
    }

    /**
     * Checks all of it.
     *
     * @param known ends that somebody noted elsewhere; those kept beside the database are looked at as well
     */
    public Found run(List<Head> known) {
        // before the entries: one that is added meanwhile stands behind this end
        Head stated = rows.head();
        List<Head> anchors = new ArrayList<>(file.all());
        anchors.addAll(known);
        Walk walk = new Walk(anchors);
        forEach(Optional.empty(), walk::look);
        return walk.found(stated);
    }

    /** One walk along the chain. */
    private static final class Walk {

        private final List<Head> anchors;
        private final List<Fault> faults = new ArrayList<>();
        private Head last = Head.NONE;
        private long count;

        Walk(List<Head> anchors) {
            this.anchors = anchors;
        }

        void look(Entry entry) {
            count++;
            if (entry.number() != last.number() + 1) {
                fault(entry.number(), What.GAP);
            } else if (!entry.content().previous().equals(last.hash())) {
                fault(entry.number(), What.UNLINKED);
            }
            if (!entry.content().hash().equals(entry.hash())) {
                fault(entry.number(), What.CHANGED);
            }
            for (Head anchor : anchors) {
                if (anchor.number() == entry.number() && !anchor.hash().equals(entry.hash())) {
                    fault(entry.number(), What.OTHER);
                }
            }
            last = Head.of(entry);
        }

        Found found(Head stated) {
            anchors.stream()
                    .filter(anchor -> anchor.number() > last.number())
                    .forEach(anchor -> fault(anchor.number(), What.CUT));
            if (stated.number() > last.number()) {
                fault(stated.number(), What.CUT);
            }
            return new Found(count, last, faults.stream().distinct().toList());
        }

        private void fault(long number, What what) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(new Fault(number, what));
            }
        }
    }
}
