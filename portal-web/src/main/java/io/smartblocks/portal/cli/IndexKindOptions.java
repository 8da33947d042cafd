package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.Interval;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What kind of values an index has. */
final class IndexKindOptions {

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "Such as EUR per kWh; not needed for an index that is registered.")
    private Optional<String> unit = Optional.empty();

    @Option(
            names = "--every",
            paramLabel = "INTERVAL",
            description = "How long a value holds, for one with several a day: PT15M, PT30M or PT1H. Without it, values"
                    + " hold for ranges of days.")
    private Optional<String> every = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The time zone of its days, together with --every: Europe/Dublin, UTC, …")
    private Optional<String> zone = Optional.empty();

    /** The registration of an index of this kind, for its publisher. */
    RegisterIndex registration(IndexNameOptions index, MemberId publisher) {
        String of = unit.orElseThrow(() -> new InputRefused(
                "Index '%s' is not registered yet; say with --unit in which unit its values are, such as EUR per kWh."
                        .formatted(index.id())));
        if (every.isPresent() != zone.isPresent()) {
            throw new InputRefused(
                    "--every and --zone belong together: how long a value holds, and in which zone the days are.");
        }
        Optional<Interval> interval = every.map(text -> LedgerStatement.typed(() -> new Interval(text)));
        return new RegisterIndex(index.id(), publisher, index.name(), of, interval, zone.map(Zones::of));
    }

    /** Refuses what was said otherwise when the index was registered. */
    void requireOf(IndexState index) {
        same("--unit", unit, Optional.of(index.unit()), index);
        same("--every", every, index.interval().map(Interval::value), index);
        same("--zone", zone, index.zone().map(ZoneId::getId), index);
    }

    private static void same(String option, Optional<String> said, Optional<String> registered, IndexState index) {
        if (said.isPresent() && !said.equals(registered)) {
            throw new InputRefused("%s says '%s', but index '%s' is registered with %s; leave %s out."
                    .formatted(
                            option,
                            said.get(),
                            index.index(),
                            registered.map(text -> "'" + text + "'").orElse("values for ranges of days"),
                            option));
        }
    }
}
