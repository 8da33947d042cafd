package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.LedgerTerms.Figure;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** An event as the versions of its agreement declare it, each for its days. */
record EventDeclaration(AgreementsOnLedger agreements, String agreement, String name) {

    /** The event with its figures, each in its declared unit. */
    ReportEvent event(Instant at, String reference, Map<String, Quantity> typed) {
        List<Figure> declared = figures(at);
        List<String> names = declared.stream().map(Figure::name).toList();
        typed.keySet().stream()
                .filter(figure -> !names.contains(figure))
                .findFirst()
                .ifPresent(figure -> {
                    throw Known.not("'" + name + "'", "figure", figure, names);
                });
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (Figure figure : declared) {
            Quantity given = typed.get(figure.name());
            if (given == null) {
                throw new InputRefused("'%s' is reported with %s; %s is missing."
                        .formatted(name, String.join(", ", new TreeSet<>(names)), figure.name()));
            }
            figures.put(figure.name(), given.in(figure.unit(), figure.name()));
        }
        return new ReportEvent(new AgreementId(agreement), name, at, reference, figures);
    }

    /** The figures that are declared for an instant. */
    List<Figure> figures(Instant at) {
        ZoneId zone = agreements.versions(agreement).get(0).proposal().terms().zone();
        StateView ledger = agreements.ledger();
        Statable declared =
                new StatementsOnLedger(ledger).declared(agreement, Kind.EVENT, name, LocalDate.ofInstant(at, zone));
        return declared.figures();
    }
}
