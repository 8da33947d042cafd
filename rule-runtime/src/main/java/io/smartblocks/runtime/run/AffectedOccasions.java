package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.ledger.readmodel.LookAgain;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changes may bring about under the clauses of one settled period that other sentences ask about. */
final class AffectedOccasions {

    private final Changed changed;
    private final RunningAgreement running;
    private final List<Change> changes;
    private final List<LookAgain> found = new ArrayList<>();

    private AffectedOccasions(Changed changed) {
        this.changed = changed;
        this.running = changed.running();
        this.changes = changed.changes();
    }

    /** What is to be looked at again, or for the first time. */
    static List<LookAgain> by(Changed changed, SettlementId standing) {
        AffectedOccasions affected = new AffectedOccasions(changed);
        affected.occasions(standing);
        return affected.found;
    }

    private void occasions(SettlementId standing) {
        SettlementPeriod period = running.period(standing.period(), standing.from());
        Agreement agreement = running.during(period);
        Set<String> asked = OccasionDays.asked(agreement);
        if (asked.isEmpty()) {
            return;
        }
        for (Change change : changes) {
            change.occurrence()
                    .filter(stated -> stated.period().equals(period.name())
                            && stated.from().equals(period.from())
                            && asked.contains(stated.clause()))
                    .ifPresent(stated -> look(
                            new Occasion(period.name(), stated.clause(), stated.happening()).name(),
                            period,
                            changed.now(),
                            change.block()));
        }
        published(period, agreement, asked);
        changes.stream()
                .filter(change -> Set.of("settlement", "payment", "dispute").contains(change.kind()))
                .filter(change -> change.concerns(period.name(), period.from()))
                .mapToLong(Change::block)
                .min()
                .ifPresent(since -> became(standing, period, agreement, asked, since));
    }

    /** What grows while something is late may rest on an index of days long after the period. */
    private void published(SettlementPeriod period, Agreement agreement, Set<String> asked) {
        LookBack lookBack = running.lookBack(period);
        Set<String> sources = agreement.indexes().stream()
                .filter(lookBack::readsWhileLate)
                .map(Sources::of)
                .collect(Collectors.toSet());
        List<Change> published = changes.stream()
                .filter(change -> change.kind().equals("index") && sources.contains(change.source()))
                .toList();
        if (published.isEmpty()) {
            return;
        }
        for (String clause : asked) {
            Stream.of(ClauseEvent.PAID, ClauseEvent.PERFORMED, ClauseEvent.BREACHED)
                    .map(event -> new Occasion(period.name(), clause, OccasionDays.words(event)))
                    .forEach(occasion -> changed.model()
                            .settlements()
                            .latest(running.id(), occasion.name(), period.from())
                            .flatMap(record ->
                                    changed.settled().of(record.settlement().id()))
                            .flatMap(told -> first(published, told.settledOn()))
                            .ifPresent(since -> look(occasion.name(), period, changed.now(), since)));
        }
    }

    /** The first block with a value that may hold on a day or before. */
    private static Optional<Long> first(List<Change> published, LocalDate day) {
        return published.stream()
                .filter(change ->
                        change.day().filter(from -> !from.isAfter(day)).isPresent())
                .map(Change::block)
                .min(Comparator.naturalOrder());
    }

    private void became(
            SettlementId standing, SettlementPeriod period, Agreement agreement, Set<String> asked, long since) {
        Optional<SettledBefore.Period> made = changed.settled().of(standing);
        OccasionDays days = new OccasionDays(agreement, running.calendar(period.name()));
        for (String clause : asked) {
            boolean paid = changes.stream()
                    .anyMatch(change ->
                            !change.kind().equals("dispute") && change.concerns(period.name(), period.from()));
            if (paid) {
                Stream.of(ClauseEvent.PAID, ClauseEvent.PERFORMED)
                        .map(event -> new Occasion(period.name(), clause, OccasionDays.words(event)))
                        .filter(occasion -> isSettled(occasion, period)
                                || occasion.happened().equals(OccasionDays.PAID))
                        .forEach(occasion -> look(occasion.name(), period, changed.now(), since));
            }
            Occasion breach = new Occasion(period.name(), clause, OccasionDays.BREACHED);
            if (isSettled(breach, period)) {
                look(breach.name(), period, changed.now(), since);
            } else {
                made.map(before -> days.breached(clause, before)).stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .ifPresent(first -> look(breach.name(), period, startOf(first.day(), period.zone()), since));
            }
        }
    }

    private boolean isSettled(Occasion occasion, SettlementPeriod period) {
        return changed.model()
                .settlements()
                .latest(running.id(), occasion.name(), period.from())
                .isPresent();
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private void look(String name, SettlementPeriod period, Instant at, long since) {
        found.add(changed.again(name, period, at, since));
    }
}
