package io.smartblocks.runtime.run;

import static java.util.stream.Collectors.groupingBy;

import io.smartblocks.ledger.readmodel.AgainCalendar;
import io.smartblocks.ledger.readmodel.LookAgain;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.StandingSettlement;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds from what the last blocks wrote which settled periods are to be looked at again; each block is read once. Only
 * agreements that have settled something late enough to be concerned are looked at any closer.
 */
final class FindingChanges {

    private static final int BLOCKS_AT_ONCE = 100;

    private final ReadModel model;
    private final CompiledAgreements compiled;
    private final SettledBefore settled;

    FindingChanges(ReadModel model, CompiledAgreements compiled, SettledBefore settled) {
        this.model = model;
        this.compiled = compiled;
        this.settled = settled;
    }

    /** Notes what is to be looked at again since the last time; of several nodes one is the first to note it. */
    synchronized void find(Instant now) {
        AgainCalendar again = model.again();
        long last = model.height() - 1;
        for (long before = again.lookedTo(); before < last; before = again.lookedTo()) {
            long upTo = Math.min(last, before + BLOCKS_AT_ONCE);
            List<Change> changes = again.written(before, upTo).stream()
                    .map(Change::of)
                    .filter(change -> change.day().isPresent())
                    .toList();
            again.note(found(changes, now, upTo), before, upTo);
        }
    }

    private List<LookAgain> found(List<Change> changes, Instant now, long upTo) {
        Map<AgreementId, Concern> concerns = concerns(changes);
        Map<AgreementId, LocalDate> endingAfter = new HashMap<>();
        concerns.forEach((agreement, concern) -> endingAfter.put(agreement, concern.endingAfter));
        List<LookAgain> found = new ArrayList<>();
        model.settlements().standing(endingAfter).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(AgreementId::value)))
                .forEach(each -> found.addAll(
                        found(each.getKey(), concerns.get(each.getKey()).changes, each.getValue(), now, upTo)));
        return found;
    }

    private Map<AgreementId, Concern> concerns(List<Change> changes) {
        Map<AgreementId, Concern> concerns = new HashMap<>();
        Map<String, List<Change>> watched = changes.stream()
                .filter(change -> change.watched().isPresent())
                .collect(groupingBy(change -> change.watched().orElseThrow()));
        model.again()
                .watching(watched.keySet())
                .forEach(watch -> watched.get(watch.source())
                        .forEach(change -> concern(concerns, watch.agreement()).add(change, watch.readsOn())));
        changes.stream()
                .filter(change -> change.watched().isEmpty())
                .forEach(change -> concern(concerns, change.agreement()).add(change, 0));
        return concerns;
    }

    private static Concern concern(Map<AgreementId, Concern> concerns, AgreementId agreement) {
        return concerns.computeIfAbsent(agreement, id -> new Concern());
    }

    /** The changes that may concern an agreement, and after which day a period has to end for that. */
    private static final class Concern {
        private final List<Change> changes = new ArrayList<>();
        private LocalDate endingAfter = LocalDate.MAX;

        void add(Change change, int readsOn) {
            changes.add(change);
            endingAfter =
                    Windows.earlier(endingAfter, change.day().orElseThrow().minusDays(readsOn));
        }
    }

    /** An agreement that cannot be read is reported when it is due. */
    private List<LookAgain> found(
            AgreementId id, List<Change> changes, List<StandingSettlement> standing, Instant now, long upTo) {
        try {
            return compiled.of(id, model.height() - 1)
                    .map(running -> Affected.by(changes, standing, running, model, settled, now, upTo))
                    .orElse(List.of());
        } catch (EvidenceMismatch unreadable) {
            return List.of();
        }
    }
}
