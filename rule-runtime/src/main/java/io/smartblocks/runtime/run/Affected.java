package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.LookAgain;
import io.smartblocks.ledger.readmodel.StandingSettlement;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which settled periods of one agreement changes may concern, and what may come of what these periods made due. */
final class Affected {

    private final Changed changed;
    private final RunningAgreement running;
    private final List<StandingSettlement> all;
    private final List<LookAgain> found = new ArrayList<>();

    private Affected(Changed changed, List<StandingSettlement> all) {
        this.changed = changed;
        this.running = changed.running();
        this.all = all;
    }

    /**
     * What is to be looked at again.
     *
     * @param standing what was settled of the periods that end late enough to be concerned
     */
    static List<LookAgain> by(Changed changed, List<StandingSettlement> standing) {
        Affected affected = new Affected(changed, standing);
        for (StandingSettlement each : standing) {
            if (Occasion.of(each.id().period()).isEmpty()) {
                affected.period(each);
                affected.found.addAll(AffectedOccasions.by(changed, each.id()));
            }
        }
        return affected.found;
    }

    private void period(StandingSettlement standing) {
        SettlementPeriod period =
                running.period(standing.id().period(), standing.id().from());
        changed.changes().stream()
                .filter(change -> change.block() > standing.asOfBlock())
                .filter(change -> concerns(change, standing, period))
                .mapToLong(Change::block)
                .min()
                .ifPresent(since -> found.add(changed.again(period.name(), period, changed.now(), since)));
    }

    private boolean concerns(Change change, StandingSettlement standing, SettlementPeriod period) {
        return switch (change.kind()) {
            case "readings" ->
                change.day().filter(day -> reads(period, change, day)).isPresent();
            case "index" ->
                change.day().filter(day -> looksUp(period, change, day)).isPresent();
            case "statement" ->
                change.statedFrom().filter(day -> day.isBefore(period.to())).isPresent();
            case "dispute" ->
                change.concerns(period.name(), period.from())
                        || isHeld(standing) && readsSettlement(change, standing, period);
            case "settlement" -> readsSettlement(change, standing, period);
            default -> false;
        };
    }

    private boolean reads(SettlementPeriod period, Change change, LocalDate day) {
        Agreement agreement = running.during(period);
        LookBack lookBack = running.lookBack(period);
        return agreement.meters().stream()
                .filter(meter -> Sources.of(meter).contains(change.source()))
                .anyMatch(meter -> isFittedTo(agreement, meter, day)
                        || !day.isBefore(minus(lookBack.readingsFrom(meter, period), meter))
                                && day.isBefore(plus(lookBack.readingsTo(meter, period), meter)));
    }

    private static boolean isFittedTo(Agreement agreement, Declaration.Meter meter, LocalDate day) {
        return agreement.baselines().stream()
                .filter(baseline ->
                        baseline.meter().equals(meter.name()) || baseline.with().contains(meter.name()))
                .anyMatch(baseline -> !day.isBefore(baseline.from().minusMonths(2))
                        && !day.isAfter(baseline.to().plusMonths(2)));
    }

    private static LocalDate minus(LocalDate day, Declaration.Meter meter) {
        return meter.register() ? day.minusDays(Sources.STANDS_WITHIN) : day;
    }

    private static LocalDate plus(LocalDate day, Declaration.Meter meter) {
        return meter.register() ? day.plusDays(Sources.STANDS_WITHIN) : day;
    }

    /** A value holds for days from the one that its key names. */
    private boolean looksUp(SettlementPeriod period, Change change, LocalDate day) {
        LookBack lookBack = running.lookBack(period);
        return running.during(period).indexes().stream()
                .filter(index -> Sources.of(index).equals(change.source()))
                .anyMatch(index -> day.isBefore(lookBack.valuesTo(index, period)));
    }

    /** A period reads what was settled of one that ended before, or of a shorter one that ends with it. */
    private boolean readsSettlement(Change change, StandingSettlement standing, SettlementPeriod period) {
        LookBack lookBack = running.lookBack(period);
        if (!lookBack.usesDocuments() && !lookBack.usesPrevious()) {
            return false;
        }
        return all.stream()
                .filter(other -> change.concerns(other.id().period(), other.id().from()))
                .anyMatch(other -> isAfter(standing, other)
                        && (lookBack.usesDocuments()
                                || other.id().period().equals(period.name())
                                        && other.to().equals(period.from())));
    }

    /** What was read in dispute may be so no longer. */
    private boolean isHeld(StandingSettlement standing) {
        return changed.model().settlements().holdsOf(running.id()).stream()
                .map(HoldRecord::state)
                .anyMatch(hold -> !hold.released()
                        && hold.period().equals(standing.id().period())
                        && hold.from().equals(standing.id().from()));
    }

    private static boolean isAfter(StandingSettlement one, StandingSettlement other) {
        return Comparator.comparing(StandingSettlement::to)
                        .thenComparing(each -> each.id().from(), Comparator.reverseOrder())
                        .compare(one, other)
                > 0;
    }
}
