package io.smartblocks.portal.cli;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.portal.series.DatedRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Facts and adjustments given on the command line, as figures or as files of values by days. */
final class DryRunStatements {

    private final Agreement agreement;
    private final DryRunFigures figures;

    DryRunStatements(Agreement agreement, DryRunFigures figures) {
        this.agreement = agreement;
        this.figures = figures;
    }

    /** The sentences of a scenario that say the same. */
    List<Step> steps(Assignment given) {
        Path file = Path.of(given.value());
        Optional<Unit> unit = unit(given.name());
        return unit.isPresent() && Files.exists(file)
                ? ofFile(given.name(), unit.get(), file)
                : List.of(figures.stated(given));
    }

    private Optional<Unit> unit(String name) {
        Stream<Unit> facts = agreement.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Declaration.Fact::unit);
        Stream<Unit> adjustments = agreement.adjustments().stream()
                .filter(adjustment -> adjustment.name().equals(name))
                .map(Declaration.Adjustment::unit);
        return Stream.concat(facts, adjustments).findFirst();
    }

    private List<Step> ofFile(String name, Unit unit, Path file) {
        DatedRows rows = new DatedRows(Texts.read(file), file.toString(), name);
        return rows.rows(isLump(name), "from,to,value").stream()
                .map(row -> {
                    if (isLump(name) && row.to().isEmpty()) {
                        throw rows.refused(row.line(), "the amount has no end", "the day after its last in column to");
                    }
                    return step(name, unit, row);
                })
                .toList();
    }

    private boolean isLump(String name) {
        return agreement.adjustments().stream()
                .anyMatch(adjustment -> adjustment.name().equals(name) && !adjustment.isPerDay());
    }

    private static Step step(String name, Unit unit, DatedRows.Row row) {
        return new Scenario.GivenValue(
                name,
                Exact.of(row.value()).times(unit.scale()),
                unit,
                Optional.empty(),
                row.to().map(end -> new Scenario.Days(row.from(), end.minusDays(1))),
                row.to().isPresent() ? Optional.empty() : Optional.of(row.from()),
                SourceRange.BEGINNING);
    }
}
