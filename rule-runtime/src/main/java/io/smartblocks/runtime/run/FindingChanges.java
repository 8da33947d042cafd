package io.smartblocks.runtime.run;

import static java.util.stream.Collectors.groupingBy;

import io.smartblocks.ledger.readmodel.AgainCalendar;
import io.smartblocks.ledger.readmodel.AgainCalendar.WatchedPages;
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
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds from what the last blocks wrote which settled periods are to be looked at again; each block is read once. Only
 * agreements that have settled something late enough to be concerned are looked at any closer.
 */
final class FindingChanges {

    /** Each meter is asked for once in so many blocks, however many of its pages they have. */
    private static final int BLOCKS_AT_ONCE = 1000;

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
        long last = model.height() - 1;
        long before = model.again().lookedTo();
        while (before < last) {
            InParallel.all(parts(before, last).stream()
                            .<Supplier<Looked>>map(part -> () -> looked(part, now))
                            .toList())
                    .forEach(this::note);
            before = model.again().lookedTo();
        }
    }

    /** Some blocks behind one, up to and with another. */
    private record Part(long after, long upTo) {}

    private record Looked(Part part, List<LookAgain> found) {}

    /** The next blocks, a part for each processor; what is found of one does not hang upon what was found of others. */
    private static List<Part> parts(long before, long last) {
        int processors = Runtime.getRuntime().availableProcessors();
        long each = Math.min(BLOCKS_AT_ONCE, (last - before + processors - 1) / processors);
        List<Part> parts = new ArrayList<>();
        long after = before;
        while (after < last && parts.size() < processors) {
            long upTo = Math.min(last, after + each);
            parts.add(new Part(after, upTo));
            after = upTo;
        }
        return parts;
    }

    private Looked looked(Part part, Instant now) {
        AgainCalendar again = model.again();
        List<Change> changes = again.written(part.after(), part.upTo()).stream()
                .map(Change::of)
                .filter(change -> change.day().isPresent())
                .toList();
        return new Looked(part, found(changes, again.pages(part.after(), part.upTo()), now, part.upTo()));
    }

    /** Where another node has looked further meanwhile nothing is noted, and it is gone on from there. */
    private void note(Looked looked) {
        model.again().note(looked.found(), looked.part().after(), looked.part().upTo());
    }

    private List<LookAgain> found(List<Change> changes, List<WatchedPages> pages, Instant now, long upTo) {
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

    private Map<AgreementId, Concern> concerns(List<Change> changes, List<WatchedPages> pages) {
        Map<AgreementId, Concern> concerns = new HashMap<>();
        pages.forEach(each -> concern(concerns, each.watch().agreement())
                .add(each.pages(), each.watch().readsOn()));
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
