package io.smartblocks.portal.runs;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.DueCalendar;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunLog;
import io.smartblocks.ledger.readmodel.RunProblems;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.readmodel.SettledBetween;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import io.smartblocks.portal.member.Counted;
import io.smartblocks.portal.member.Scope;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.runtime.run.Sweep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a reader may know of runs, and another run on demand. */
@Component
public class RunsSeen {

    /** So many runs are looked through at once for those that a reader may know of, and so often in a row. */
    private static final int AT_ONCE = 50;

    private static final int LOOKS = 4;

    /**
     * A run as far as a reader may know of it.
     *
     * @param settled how many settlements of its agreements were committed meanwhile
     * @param open the periods of its agreements that were not settled
     */
    public record Seen(RunRecord run, int settled, RunProblems.Open open) {

        boolean concerns() {
            return settled + open.count() > 0;
        }

        /** Its place among all runs. */
        public RunLog.Place place() {
            return new RunLog.Place(run.startedAt(), run.id());
        }
    }

    private static final RunProblems.Open NONE = new RunProblems.Open(0, Optional.empty());

    private final ReadModel read;
    private final RunAgain again;
    private final AuditLog audit;
    private final Counted counted;

    RunsSeen(ReadModel read, RunAgain again, AuditLog audit, Counted counted) {
        this.counted = counted;
        this.read = read;
        this.again = again;
        this.audit = audit;
    }

    /**
     * The runs that a reader may know of, newest first: all, or those that touched an agreement that it may see. Where many
     * others lie between them the part ends earlier, and goes on behind the last run that was looked at.
     */
    public RunPart part(Account reader, Optional<RunLog.Place> after, int shown) {
        List<Seen> found = new ArrayList<>();
        Optional<RunLog.Place> last = after;
        int atOnce = reader.role().seesEverything() ? shown + 1 : AT_ONCE;
        for (int look = 0; look < LOOKS; look++) {
            List<RunRecord> runs = read.runs().page(last, atOnce);
            for (Seen seen : seen(reader, runs)) {
                if (found.size() == shown) {
                    return new RunPart(found, Optional.of(found.get(shown - 1).place()));
                }
                found.add(seen);
            }
            if (runs.size() < atOnce) {
                return new RunPart(found, Optional.empty());
            }
            RunRecord behind = runs.get(runs.size() - 1);
            last = Optional.of(new RunLog.Place(behind.startedAt(), behind.id()));
        }
        return new RunPart(found, last);
    }

    /**
     * Some of the runs.
     *
     * @param last behind which place the next part begins; empty where no runs are left
     */
    public record RunPart(List<Seen> runs, Optional<RunLog.Place> last) {

        public RunPart {
            runs = List.copyOf(runs);
        }
    }

    private List<Seen> seen(Account reader, List<RunRecord> runs) {
        Map<String, RunProblems.Open> open = problems(reader, runs);
        return runs.stream()
                .map(run -> new Seen(run, settled(reader, run), open.getOrDefault(run.id(), NONE)))
                .filter(seen -> reader.role().seesEverything() || seen.concerns())
                .toList();
    }

    /** Once a block is later than the end of a run, nothing is committed within it any more. */
    private int settled(Account reader, RunRecord run) {
        return Scope.of(reader)
                .ask(
                        party -> (int) counted.of(
                                new Committed(run.startedAt(), run.endedAt(), party),
                                read.checkpoint().lastTime().isAfter(run.endedAt()),
                                () -> read.settlements()
                                        .between(run.startedAt(), run.endedAt(), party)
                                        .count()),
                        0);
    }

    private record Committed(Instant from, Instant to, Optional<MemberId> party) {}

    private Map<String, RunProblems.Open> problems(Account reader, List<RunRecord> runs) {
        return Scope.of(reader).ask(party -> read.runs().problems(party).open(runs), Map.of());
    }

    /** One run; empty where there is none that the reader may know of. */
    public Optional<Seen> one(Account reader, String id) {
        return read.runs().one(id).stream()
                .flatMap(run -> seen(reader, List.of(run)).stream())
                .findFirst();
    }

    /** Where a run stands among all; empty where there is none with this id. */
    Optional<RunLog.Place> place(String id) {
        return read.runs().one(id).map(run -> new RunLog.Place(run.startedAt(), run.id()));
    }

    /** Periods of a run that were not settled, of what the reader may see; from behind a place among them on. */
    public Part<RunProblems.Placed> open(Account reader, RunRecord run, int after, int shown) {
        return Part.of(
                Scope.of(reader).list(party -> read.runs().problems(party).of(run.id(), after, shown + 1)), shown);
    }

    /** What was committed while a run went on, of what the reader may see. */
    public Optional<SettledBetween> committed(Account reader, RunRecord run) {
        return Scope.of(reader)
                .list(party -> List.of(read.settlements().between(run.startedAt(), run.endedAt(), party)))
                .stream()
                .findFirst();
    }

    /** What is to be settled next of what a reader may see, the soonest first; from behind a place on. */
    public List<DuePeriod> due(Account reader, Optional<DueCalendar.Place> after, int atMost) {
        return Scope.of(reader).list(party -> read.due().next(after, party, atMost));
    }

    /**
     * What settles now, by itself or on demand; of no agreement more than that.
     *
     * @param running the runs that go on on this node
     * @param proposed how many settlements it has signed and handed to the ledger, which has not answered yet
     */
    public record Now(List<Sweep.Going> running, int proposed) {
        public Now {
            running = List.copyOf(running);
        }
    }

    /** What this node settles now; everybody may know it who may know of runs. */
    public Now now() {
        return new Now(again.going(), again.proposed());
    }

    /** Starts a run for a reason, of which the audit log is told first; false while one that was started here still goes on. */
    public boolean again(Account reader, String reason) {
        audit.tell(Told.of(reader, Act.RUN, "again").because(reason));
        return again.start();
    }
}
