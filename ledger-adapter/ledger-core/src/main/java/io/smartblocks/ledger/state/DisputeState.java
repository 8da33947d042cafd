package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A party's dispute of a settlement; stands under {@code dispute/<agreement>/<period>/<from>/<revision>/<organisation>}.
 *
 * @param settlement what is disputed
 * @param clauses the numbers of the disputed clauses; all of them when empty
 * @param reason what the party holds to be wrong
 * @param organisation the party
 * @param disputedBy who signed for it
 * @param disputedAt the time of its block
 * @param conceded the other parties that hold it to be justified so far
 * @param end how it ended; none while it is open
 */
public record DisputeState(
        SettlementId settlement,
        List<String> clauses,
        String reason,
        MemberId organisation,
        MemberId disputedBy,
        Instant disputedAt,
        Set<MemberId> conceded,
        Optional<End> end)
        implements State {

    /** How a dispute ended, why, who said so last, and when. */
    public record End(Verdict verdict, String reason, MemberId statedBy, Instant at) {}

    public DisputeState {
        clauses = List.copyOf(clauses);
        conceded = Collections.unmodifiableSortedSet(new TreeSet<>(conceded));
    }

    /** Whether it still stands in the way of what it disputes. */
    public boolean open() {
        return end.isEmpty();
    }

    /** The same, conceded by one party more. */
    public DisputeState concededBy(MemberId party) {
        SortedSet<MemberId> all = new TreeSet<>(conceded);
        all.add(party);
        return new DisputeState(settlement, clauses, reason, organisation, disputedBy, disputedAt, all, end);
    }

    /** The same, no longer open. */
    public DisputeState ended(End how) {
        return new DisputeState(
                settlement, clauses, reason, organisation, disputedBy, disputedAt, conceded, Optional.of(how));
    }
}
