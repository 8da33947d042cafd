package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.AgainCalendar;
import io.smartblocks.ledger.readmodel.LookAgain;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Written;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds from what the last blocks wrote which settled periods are to be looked at again; each block is read once. */
final class FindingChanges {

    private static final int BLOCKS_AT_ONCE = 5_000;

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
            again.note(found(again.written(before, upTo), now, upTo), before, upTo);
        }
    }

    private List<LookAgain> found(List<Written> written, Instant now, long upTo) {
        List<Change> changes = written.stream().map(Change::of).toList();
        Map<AgreementId, List<Change>> byAgreement = new TreeMap<>(Comparator.comparing(AgreementId::value));
        changes.stream()
                .filter(change -> !change.isOfSource())
                .forEach(change -> byAgreement
                        .computeIfAbsent(change.agreement(), id -> new ArrayList<>())
                        .add(change));
        Map<String, List<Change>> bySource = changes.stream()
                .filter(change -> change.isOfSource() && change.lastDay().isPresent())
                .collect(Collectors.groupingBy(Change::source));
        for (AgainCalendar.Watch watch : model.again().watching(bySource.keySet())) {
            byAgreement
                    .computeIfAbsent(watch.agreement(), id -> new ArrayList<>())
                    .addAll(bySource.get(watch.source()));
        }
        List<LookAgain> found = new ArrayList<>();
        byAgreement.forEach((id, of) -> found.addAll(found(id, of, now, upTo)));
        return found;
    }

    /** An agreement that cannot be read is reported when it is due. */
    private List<LookAgain> found(AgreementId id, List<Change> changes, Instant now, long upTo) {
        try {
            return compiled.of(id, model.height() - 1)
                    .map(running -> Affected.by(changes, running, model, settled, now, upTo))
                    .orElse(List.of());
        } catch (EvidenceMismatch unreadable) {
            return List.of();
        }
    }
}
