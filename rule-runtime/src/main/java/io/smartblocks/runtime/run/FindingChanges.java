package io.smartblocks.runtime.run;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.smartblocks.ledger.readmodel.AgainCalendar;
import io.smartblocks.ledger.readmodel.LookAgain;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.StandingSettlement;
import io.smartblocks.ledger.readmodel.WrittenPages;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
            again.note(found(changes, again.pages(before, upTo), now, upTo), before, upTo);
        }
    }

    private List<LookAgain> found(List<Change> changes, List<WrittenPages> pages, Instant now, long upTo) {
        Map<AgreementId, Concern> concerns = concerns(changes, pages);
        Map<AgreementId, LocalDate> endingAfter = new HashMap<>();
        concerns.forEach((agreement, concern) -> endingAfter.put(agreement, concern.endingAfter));
        List<LookAgain> found = new ArrayList<>();
        model.settlements().standing(endingAfter).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(AgreementId::value)))
                .forEach(each -> found.addAll(
                        found(each.getKey(), concerns.get(each.getKey()).all(), each.getValue(), now, upTo)));
        return found;
    }

    private Map<AgreementId, Concern> concerns(List<Change> changes, List<WrittenPages> pages) {
        Map<AgreementId, Concern> concerns = new HashMap<>();
        Map<String, List<Change>> watched = changes.stream()
                .filter(change -> change.watched().isPresent())
                .collect(groupingBy(change -> change.watched().orElseThrow()));
        Map<String, WrittenPages> readings = pages.stream().collect(toMap(WrittenPages::source, each -> each));
        Set<String> sources = new HashSet<>(watched.keySet());
        sources.addAll(readings.keySet());
        model.again().watching(sources).forEach(watch -> {
            Concern concern = concern(concerns, watch.agreement());
            watched.getOrDefault(watch.source(), List.of()).forEach(change -> concern.add(change, watch.readsOn()));
            Optional.ofNullable(readings.get(watch.source())).ifPresent(each -> concern.add(each, watch.readsOn()));
        });
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
        private final List<WrittenPages> pages = new ArrayList<>();
        private LocalDate endingAfter = LocalDate.MAX;

        void add(Change change, int readsOn) {
            changes.add(change);
            endsAfter(change.day().orElseThrow().minusDays(readsOn));
        }

        /** Most pages are of days behind all that was settled, so they are not looked at one by one before. */
        void add(WrittenPages written, int readsOn) {
            pages.add(written);
            endsAfter(written.firstDay().minusDays(readsOn));
        }

        private void endsAfter(LocalDate day) {
            endingAfter = Windows.earlier(endingAfter, day);
        }

        List<Change> all() {
            return Stream.concat(
                            changes.stream(),
                            pages.stream().flatMap(each -> each.all().stream()).map(Change::of))
                    .toList();
        }
    }

    /** An agreement that cannot be read is reported when it is due. */
    private List<LookAgain> found(
            AgreementId id, List<Change> changes, List<StandingSettlement> standing, Instant now, long upTo) {
        try {
            return compiled.of(id, model.height() - 1)
                    .map(running -> Affected.by(new Changed(running, changes, model, settled, now, upTo), standing))
                    .orElse(List.of());
        } catch (EvidenceMismatch unreadable) {
            return List.of();
        }
    }
}
