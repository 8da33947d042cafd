package io.smartblocks.portal.cli;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.portal.series.IndexFile;
import io.smartblocks.runtime.evidence.BaselineEvidence;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.scenario.GivenEvidence;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a dry run is given in place of a ledger. */
final class DryRunOptions {

    @Option(
            names = "--readings",
            paramLabel = "[METER=]FILE",
            converter = ReadingsOption.Converter.class,
            description = "Readings; without a meter the file needs a column meter.")
    private List<ReadingsOption> readings = new ArrayList<>();

    @Option(
            names = "--index",
            paramLabel = "NAME=VALUE|FILE",
            converter = Assignment.Converter.class,
            description =
                    "A value for the whole period, such as \"Power Price=0.11 EUR per kWh\", or a file of values.")
    private List<Assignment> indexes = new ArrayList<>();

    @Option(
            names = "--fact",
            paramLabel = "NAME=VALUE|FILE",
            converter = Assignment.Converter.class,
            description =
                    "A fact, such as \"Outage=7.5 hours\", for the period or the days it says, or a file of values.")
    private List<Assignment> facts = new ArrayList<>();

    @Option(
            names = "--adjustment",
            paramLabel = "NAME=VALUE|FILE",
            converter = Assignment.Converter.class,
            description =
                    "An adjustment, such as \"Server Room=38 kWh per day from 1 April 2026\", or a file of values.")
    private List<Assignment> adjustments = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "NAME=VALUE|FILE",
            converter = Assignment.Converter.class,
            description = "What a baseline totals in the period, such as \"Main Baseline=41,250 kWh\", or a file of"
                    + " its readings.")
    private List<Assignment> baselines = new ArrayList<>();

    @Option(
            names = "--previous",
            paramLabel = "TERM=VALUE",
            converter = Assignment.Converter.class,
            description = "What a term was settled at one period earlier, such as \"Recovered=0 EUR\".")
    private List<Assignment> previous = new ArrayList<>();

    Evidence evidence(SourceText text, Agreement agreement, SettlementPeriod period) {
        DryRunFigures figures = new DryRunFigures(text, period);
        Evidence.Builder evidence = Evidence.asOf(0);
        DryRunReadings read = new DryRunReadings(agreement);
        readings.forEach(read::add);
        List<Scenario.Step> stated = new ArrayList<>();
        DryRunStatements statements = new DryRunStatements(agreement, figures);
        Stream.concat(facts.stream(), adjustments.stream()).forEach(given -> stated.addAll(statements.steps(given)));
        for (Assignment given : baselines) {
            if (Files.exists(Path.of(given.value()))) {
                read.add(new ReadingsOption(Optional.of(given.name()), Path.of(given.value())));
            } else {
                stated.add(figures.total(given));
            }
        }
        GivenEvidence.addStated(evidence, agreement, new PeriodCalendar(agreement), stated, period);
        Map<String, MeterColumn> columns = read.columns(period.from(), period.to());
        columns.forEach(evidence::column);
        agreement.baselines().forEach(baseline -> fit(baseline, columns, evidence));
        indexes.forEach(given -> evidence.index(given.name(), values(given, agreement, figures, period)));
        previous.forEach(given -> {
            Scenario.GivenPrevious before = (Scenario.GivenPrevious) figures.before(given);
            evidence.previous(before.term(), before.value());
        });
        return evidence.build();
    }

    /** A baseline that is not given is fitted, if the files reach back over its baseline period. */
    private static void fit(
            Declaration.Baseline baseline, Map<String, MeterColumn> columns, Evidence.Builder evidence) {
        Optional<MeterColumn> usage = reachingTo(baseline, columns.get(baseline.meter()));
        reachingTo(baseline, columns.get(baseline.with().get(0)))
                .ifPresent(temperature -> usage.ifPresent(
                        used -> evidence.baseline(baseline.name(), new BaselineEvidence(used, temperature))));
    }

    private static Optional<MeterColumn> reachingTo(Declaration.Baseline baseline, @Nullable MeterColumn column) {
        return Optional.ofNullable(column).filter(it -> !it.grid().from().isAfter(baseline.from()));
    }

    private static List<IndexValue> values(
            Assignment given, Agreement agreement, DryRunFigures figures, SettlementPeriod period) {
        Optional<Declaration.Index> index = agreement.indexes().stream()
                .filter(declared -> declared.name().equals(given.name()))
                .findFirst();
        Path file = Path.of(given.value());
        return index.isPresent() && Files.exists(file)
                ? inBaseUnits(file, index.get(), period.zone())
                : List.of(IndexValue.ofDays(period.from(), period.to(), period.zone(), value(figures.during(given))));
    }

    private static List<IndexValue> inBaseUnits(Path file, Declaration.Index index, ZoneId zone) {
        return new IndexFile(Texts.read(file), file.toString(), index.name(), Optional.of(index.every()))
                .values().stream()
                        .map(published -> IndexValue.ofDays(
                                published.from(),
                                published.to(),
                                zone,
                                Exact.of(published.value()).times(index.unit().scale())))
                        .toList();
    }

    private static Exact value(Scenario.Step step) {
        return ((Scenario.GivenValue) step).value();
    }
}
