package io.smartblocks.portal.runs;

import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a reader may know of runs, and another run on demand. */
@Component
public class RunsSeen {

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * A run as far as a reader may know of it.
     *
     * @param problems periods of its agreements that were not settled
     * @param settled what was committed of its agreements meanwhile, newest first
     */
    public record Seen(RunRecord run, List<RunRecord.Problem> problems, List<SettlementRecord> settled) {

        public Seen {
            problems = List.copyOf(problems);
            settled = List.copyOf(settled);
        }
    }

    private final ReadModel read;
    private final RunRows rows;
    private final RunAgain again;
    private final AuditLog audit;

    RunsSeen(ReadModel read, RunRows rows, RunAgain again, AuditLog audit) {
        this.read = read;
        this.rows = rows;
        this.again = again;
        this.audit = audit;
    }

    /** Those of the runs that a reader may know of: all, or those that touched an agreement that it may see. */
    public List<Seen> of(Account reader, List<RunRecord> runs) {
        boolean all = reader.role().seesEverything();
        Set<String> agreements = rows.agreements(reader).keySet();
        List<SettlementRecord> known = agreements.stream()
                .flatMap(id -> read.settlements().of(new AgreementId(id)).stream())
                .toList();
        return runs.stream()
                .map(run -> new Seen(
                        run,
                        run.problems().stream()
                                .filter(problem -> all || agreements.contains(problem.agreement()))
                                .toList(),
                        RunRows.during(run, known)))
                .filter(seen ->
                        all || !seen.problems().isEmpty() || !seen.settled().isEmpty())
                .toList();
    }

    /** One run; empty where there is none that the reader may know of. */
    public Optional<Seen> one(Account reader, String id) {
        return read.runs().withId(id).stream()
                .flatMap(run -> of(reader, List.of(run)).stream())
                .findFirst();
    }

    /** What is to be settled next of what a reader may see, the soonest first. */
    public List<DuePeriod> due(Account reader, int atMost) {
        if (reader.role().seesEverything()) {
            return read.due().due(FAR, atMost);
        }
        return rows.agreements(reader).keySet().stream()
                .flatMap(id -> read.due().of(id).stream())
                .sorted(Comparator.comparing(DuePeriod::dueAt))
                .limit(atMost)
                .toList();
    }

    /** Starts a run, of which the audit log is told first; false while one that was started here still goes on. */
    public boolean again(Account reader) {
        audit.tell(Told.of(reader, Act.RUN, "again"));
        return again.start();
    }
}
