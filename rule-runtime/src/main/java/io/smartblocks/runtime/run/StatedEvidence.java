package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import io.smartblocks.runtime.evidence.AdjustmentValue;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.FactValue;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.evidence.ReportedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the parties stated about an agreement and confirmed, as of a block: only what holds is evidence. */
final class StatedEvidence {

    private final Agreement agreement;
    private final List<Statement> statements;

    private StatedEvidence(Agreement agreement, List<Statement> statements) {
        this.agreement = agreement;
        this.statements = statements;
    }

    static StatedEvidence of(Reads reads, AgreementId id, Agreement agreement) {
        if (!reads.mayBeStated(id)) {
            return new StatedEvidence(agreement, List.of());
        }
        List<Statement> holding = reads.model().statements().of(id, reads.asOfBlock()).stream()
                .flatMap(recorded -> recorded.state().holding().stream())
                .map(Stated::statement)
                .toList();
        return new StatedEvidence(agreement, holding);
    }

    /** Adds facts, adjustments, duties performed or breached, and the events from one instant up to another. */
    void addTo(Evidence.Builder evidence, Instant from, Instant to) {
        agreement.facts().forEach(fact -> evidence.fact(fact.name(), values(fact)));
        agreement.adjustments().forEach(adjustment -> evidence.adjustment(adjustment.name(), values(adjustment)));
        agreement.events().forEach(event -> evidence.events(event.name(), reported(event, from, to)));
        of(StateOccurrence.class)
                .map(stated -> new Occurrence(
                        stated.clause(),
                        ClauseEvent.valueOf(stated.happening().name()),
                        stated.periodFrom(),
                        stated.on()))
                .forEach(evidence::occurrence);
    }

    private List<FactValue> values(Declaration.Fact fact) {
        return of(StateFact.class)
                .filter(stated -> stated.fact().equals(fact.name()))
                .sorted(Comparator.comparing(StateFact::from))
                .map(stated -> new FactValue(stated.from(), inBaseUnits(stated.value(), fact.unit())))
                .toList();
    }

    private List<AdjustmentValue> values(Declaration.Adjustment adjustment) {
        return of(StateAdjustment.class)
                .filter(stated -> stated.adjustment().equals(adjustment.name()))
                .sorted(Comparator.comparing(StateAdjustment::from)
                        .thenComparing(stated -> stated.to().orElse(LocalDate.MAX)))
                .map(stated ->
                        new AdjustmentValue(stated.from(), stated.to(), inBaseUnits(stated.value(), adjustment.unit())))
                .toList();
    }

    private List<ReportedEvent> reported(Declaration.Event event, Instant from, Instant to) {
        return of(ReportEvent.class)
                .filter(stated -> stated.event().equals(event.name()))
                .filter(stated -> !stated.at().isBefore(from) && stated.at().isBefore(to))
                .map(stated -> new ReportedEvent(stated.at(), figures(event, stated)))
                .toList();
    }

    private static SortedMap<String, Exact> figures(Declaration.Event event, ReportEvent stated) {
        SortedMap<String, Exact> figures = new TreeMap<>();
        for (Declaration.Event.Figure figure : event.figures()) {
            BigDecimal value = stated.figures().get(figure.name());
            if (value == null) {
                throw new EvidenceMismatch(
                        event.name() + " at " + stated.at() + " was reported without " + figure.name());
            }
            figures.put(figure.name(), inBaseUnits(value, figure.unit()));
        }
        return figures;
    }

    private <S extends Statement> Stream<S> of(Class<S> kind) {
        return statements.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Exact inBaseUnits(BigDecimal value, Unit unit) {
        return Exact.of(value).times(unit.scale());
    }
}
