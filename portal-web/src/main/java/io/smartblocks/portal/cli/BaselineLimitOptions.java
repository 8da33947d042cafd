package io.smartblocks.portal.cli;

import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.agreement.Declaration.Baseline.Gate;
import io.smartblocks.dsl.agreement.Declaration.Baseline.Statistic;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Within which limits a fit is accepted. */
final class BaselineLimitOptions {

    @Option(names = "--highest-cvrmse", paramLabel = "PERCENT", description = "Accept no CVRMSE above this.")
    private Optional<BigDecimal> cvrmse = Optional.empty();

    @Option(names = "--highest-nmbe", paramLabel = "PERCENT", description = "Accept no NMBE above this, up or down.")
    private Optional<BigDecimal> nmbe = Optional.empty();

    @Option(names = "--lowest-r2", paramLabel = "PERCENT", description = "Accept no R2 below this.")
    private Optional<BigDecimal> r2 = Optional.empty();

    List<Gate> gates() {
        return Stream.of(
                        cvrmse.map(limit -> gate(Statistic.CVRMSE, Relation.AT_MOST, limit)),
                        nmbe.map(limit -> gate(Statistic.NMBE, Relation.AT_MOST, limit)),
                        r2.map(limit -> gate(Statistic.R2, Relation.AT_LEAST, limit)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Gate gate(Statistic statistic, Relation relation, BigDecimal percent) {
        return new Gate(statistic, relation, new Expr.Constant(Exact.of(percent.movePointLeft(2)), Unit.of("%")));
    }
}
