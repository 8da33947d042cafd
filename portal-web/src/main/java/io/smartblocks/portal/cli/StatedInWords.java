package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.LedgerTerms.Figure;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Says what is stated, with the units of the agreement, and how somebody confirms it. */
final class StatedInWords {

    private final StateView ledger;
    private final Map<AgreementId, List<Statable>> declared = new HashMap<>();

    StatedInWords(StateView ledger) {
        this.ledger = ledger;
    }

    /** Such as {@code fact Outage from 2026-01-05: 8 hours}. */
    String of(Statement statement) {
        if (statement instanceof StateFact fact) {
            return "fact %s from %s: %s"
                    .formatted(fact.fact(), fact.from(), Quantity.words(fact.value(), unit(statement)));
        }
        if (statement instanceof StateAdjustment adjustment) {
            return "adjustment %s from %s%s: %s"
                    .formatted(
                            adjustment.adjustment(),
                            adjustment.from(),
                            adjustment.to().map(to -> " to " + to.minusDays(1)).orElse(" on"),
                            Quantity.words(adjustment.value(), unit(statement)));
        }
        if (statement instanceof ReportEvent event) {
            return "event %s at %s, %s: %s".formatted(event.event(), event.at(), event.reference(), figures(event));
        }
        StateOccurrence occurrence = (StateOccurrence) statement;
        return "duty under clause %s for %s from %s: %s on %s"
                .formatted(
                        occurrence.clause(),
                        occurrence.period(),
                        occurrence.periodFrom(),
                        occurrence.happening().name().toLowerCase(Locale.ROOT),
                        occurrence.on());
    }

    /** The command with which a party confirms it. */
    static String confirming(Statement statement) {
        return "smartblocks " + command(statement) + " --as MEMBER";
    }

    private static String command(Statement statement) {
        if (statement instanceof StateFact fact) {
            return "fact confirm %s \"%s\" --from %s".formatted(fact.agreement(), fact.fact(), fact.from());
        }
        if (statement instanceof StateAdjustment adjustment) {
            return "adjustment confirm %s \"%s\" --from %s%s"
                    .formatted(
                            adjustment.agreement(),
                            adjustment.adjustment(),
                            adjustment.from(),
                            adjustment
                                    .to()
                                    .map(to -> " --to " + to.minusDays(1))
                                    .orElse(""));
        }
        StateOccurrence occurrence = (StateOccurrence) statement;
        return "duty confirm %s %s --period-from %s"
                .formatted(occurrence.agreement(), occurrence.clause(), occurrence.periodFrom());
    }

    private String unit(Statement statement) {
        return declared(statement).map(Statable::unit).findFirst().orElse("");
    }

    private String figures(ReportEvent event) {
        Map<String, String> units = new HashMap<>();
        declared(event)
                .flatMap(each -> each.figures().stream())
                .forEach((Figure figure) -> units.putIfAbsent(figure.name(), figure.unit()));
        return event.figures().entrySet().stream()
                .map(figure -> figure.getKey() + " "
                        + Quantity.words(figure.getValue(), units.getOrDefault(figure.getKey(), "")))
                .collect(joining(", "));
    }

    /** What the versions of its agreement declare under its name. */
    private Stream<Statable> declared(Statement statement) {
        String kind = statement.place().kind();
        return declared.computeIfAbsent(statement.agreement(), this::statable).stream()
                .filter(each -> each.kind().name().equalsIgnoreCase(kind)
                        && each.name().equals(statement.place().name()));
    }

    private List<Statable> statable(AgreementId agreement) {
        return ledger.states("agreement/" + agreement + "/").stream()
                .map(entry -> (AgreementState) entry.state())
                .filter(AgreementState.Governing.class::isInstance)
                .flatMap(state -> state.proposal().terms().statable().stream())
                .toList();
    }
}
