package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.SettledDuty;
import io.smartblocks.runtime.evidence.SettledLine;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.util.List;
import java.util.Optional;

/** The evidence for a period that follows from what has been told. */
final class ToldEvidence {

    private final Chronicle told;

    ToldEvidence(Chronicle told) {
        this.told = told;
    }

    /** The evidence for a period; its own documents are known only to what happens after they were made. */
    Evidence before(SettlementPeriod period, boolean withOwnDocuments) {
        Evidence.Builder evidence = GivenEvidence.of(told.governing(period), told.periods(), told.givens(), period);
        told.chapters().stream()
                .filter(chapter -> withOwnDocuments || !chapter.period().equals(period))
                .forEach(chapter -> {
                    lines(chapter).forEach(evidence::earlier);
                    duties(chapter).forEach(evidence::duty);
                });
        told.ended().ifPresent(evidence::ended);
        told.occurrences().forEach(evidence::occurrence);
        previous(period, evidence);
        return evidence.build();
    }

    /** What was settled one period earlier counts, unless another value is given after that. */
    private void previous(SettlementPeriod period, Evidence.Builder evidence) {
        Optional<Chapter> before = told.chapters().stream()
                .filter(chapter -> chapter.period().name().equals(period.name())
                        && chapter.period().to().equals(period.from())
                        && chapter.outcome() instanceof Outcome.Settled)
                .findFirst();
        int known = before.map(Chapter::told).orElse(told.givens().size());
        given(told.givens().subList(0, known), evidence);
        before.ifPresent(
                chapter -> chapter.outcome().values().forEach(value -> evidence.previous(value.name(), value.value())));
        given(told.givens().subList(known, told.givens().size()), evidence);
    }

    private static void given(List<Step> givens, Evidence.Builder evidence) {
        givens.stream()
                .filter(Scenario.GivenPrevious.class::isInstance)
                .map(Scenario.GivenPrevious.class::cast)
                .forEach(given -> evidence.previous(given.term(), given.value()));
    }

    private static List<SettledLine> lines(Chapter chapter) {
        SettlementPeriod period = chapter.settled().period();
        return chapter.lines().stream()
                .flatMap(line -> line.parts().stream()
                        .map(part -> new SettledLine(
                                period.name(),
                                period.from(),
                                line.clause(),
                                line.payer(),
                                line.payee(),
                                part.amount(),
                                line.vatRate(),
                                part.due())))
                .toList();
    }

    private static List<SettledDuty> duties(Chapter chapter) {
        SettlementPeriod period = chapter.settled().period();
        return chapter.duties().stream()
                .map(duty -> new SettledDuty(period.name(), period.from(), duty.clause(), duty.due()))
                .toList();
    }
}
