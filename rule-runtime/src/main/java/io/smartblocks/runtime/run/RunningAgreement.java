package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.amendment.Timeline;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Ending;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.AgreementState.Suspended;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.Termination;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An agreement over time, compiled: its versions that came into force one after the other, and when it ended. */
final class RunningAgreement {

    private final List<Version> versions;
    private final Timeline timeline;
    private final Optional<LocalDate> ended;
    private final Map<String, PeriodCalendar> calendars;
    private final LocalDate lastDay;
    private final Map<Agreement, LookBack> lookBacks = new IdentityHashMap<>();

    /** A version as it stands on the ledger, beside what it means. */
    record Version(Governing state, Agreement agreement) {

        Proposal signed() {
            return state.proposal();
        }
    }

    /** The versions in the order in which each took the place of the one before. */
    RunningAgreement(List<Version> versions) {
        this.versions = List.copyOf(versions);
        this.timeline = Timeline.of(versions.stream().map(Version::agreement).toList());
        this.ended = endOf(latest().state());
        this.lastDay = latest().state().lastDay();
        this.calendars = calendars();
    }

    private static Optional<LocalDate> endOf(Governing last) {
        if (last instanceof Standing standing) {
            return standing.termination().map(Termination::lastDay);
        }
        return Optional.of((Ended) last)
                .filter(state -> state.ending() == Ending.TERMINATED)
                .map(Ended::lastDay);
    }

    /** Amendments keep the periods; one that a later version no longer has is that of the last version that had it. */
    private Map<String, PeriodCalendar> calendars() {
        Map<String, PeriodCalendar> latest = new HashMap<>();
        for (Version version : versions) {
            PeriodCalendar calendar = new PeriodCalendar(version.agreement()).endingOn(lastDay);
            calendar.names().forEach(name -> latest.put(name, calendar));
        }
        return latest;
    }

    /** What stands on the ledger of its versions. */
    List<Governing> states() {
        return versions.stream().map(Version::state).toList();
    }

    /** Its versions' meanings by the hash of their compiled forms. */
    Map<Hash, Agreement> compiled() {
        return versions.stream()
                .collect(Collectors.toMap(
                        version -> version.signed().compiledHash(), Version::agreement, (one, same) -> one));
    }

    AgreementId id() {
        return latest().signed().agreement();
    }

    /** The version that took effect last. */
    Version latest() {
        return versions.get(versions.size() - 1);
    }

    /** What the parties signed for a period: the version that governs its first day. */
    Proposal signedFor(SettlementPeriod period) {
        Version governing = versions.get(0);
        for (Version version : versions) {
            governing = version.signed().terms().governsFrom().isAfter(period.from()) ? governing : version;
        }
        return governing.signed();
    }

    /** The versions that take effect within a period, behind the one that it was signed under. */
    List<String> amendmentsWithin(SettlementPeriod period) {
        return versions.stream()
                .map(Version::signed)
                .filter(signed -> signed.terms().governsFrom().isAfter(period.from())
                        && signed.terms().governsFrom().isBefore(period.to()))
                .map(Proposal::version)
                .toList();
    }

    /** What a period follows; an amendment may take effect within it. */
    Agreement during(SettlementPeriod period) {
        return timeline.during(period.name(), period.from(), period.to());
    }

    /** The hash of the compiled form that means this, if it is what one version says and not what several say in turn. */
    Optional<String> compiledHash(Agreement meaning) {
        return versions.stream()
                .filter(version -> version.agreement() == meaning)
                .map(version -> version.signed().compiledHash().toString())
                .findFirst();
    }

    /** How far around a period its figures read. */
    synchronized LookBack lookBack(SettlementPeriod period) {
        return lookBacks.computeIfAbsent(during(period), LookBack::new);
    }

    /** The periods of a name, as far as the agreement has not ended before. */
    PeriodCalendar calendar(String period) {
        PeriodCalendar calendar = calendars.get(period);
        if (calendar == null) {
            throw new EvidenceMismatch(
                    id() + " has no period " + period + "; it has " + new TreeSet<>(calendars.keySet()));
        }
        return calendar;
    }

    /** The last local day, as it stands now. */
    LocalDate lastDay() {
        return lastDay;
    }

    /** True while it can be closed: it came into force, and nobody has closed it. */
    boolean open() {
        return latest().state() instanceof Standing;
    }

    /** The last day in force, if a party or all of them ended the agreement early. */
    Optional<LocalDate> ended() {
        return ended;
    }

    /** True while all parties agree that nothing is settled. */
    boolean suspended() {
        AgreementState last = latest().state();
        return last instanceof Suspended;
    }

    /** The period of a name that starts on a day. */
    SettlementPeriod period(String name, LocalDate from) {
        return calendar(name)
                .starting(name, from)
                .orElseThrow(() -> new EvidenceMismatch(
                        id() + " has no " + name + " that starts on " + from + "; check the day and the name"));
    }

    /** The names of the periods for which a clause of some version provides something. */
    SortedSet<String> settledPeriods() {
        SortedSet<String> names = new TreeSet<>();
        versions.forEach(version -> names.addAll(settledPeriods(version.agreement())));
        return names;
    }

    /** Whether a clause provides something for the period. */
    boolean settles(SettlementPeriod period) {
        return versions.size() == 1 || settledPeriods(during(period)).contains(period.name());
    }

    private static SortedSet<String> settledPeriods(Agreement agreement) {
        SortedSet<String> names = new TreeSet<>();
        for (Clause clause : agreement.clauses()) {
            for (Clause.Provision provision : clause.provisions()) {
                if (provision.level() instanceof Level.PerPeriod level) {
                    names.add(level.period());
                }
            }
        }
        return names;
    }
}
