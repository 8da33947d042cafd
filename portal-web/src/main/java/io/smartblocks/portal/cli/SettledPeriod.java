package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which settlement of an agreement is meant. */
final class SettledPeriod {

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id on the ledger.")
    private String agreement = "";

    @Parameters(index = "1", paramLabel = "PERIOD", description = "The first day of the settled period: 2026-01-05.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--of", paramLabel = "NAME", description = "Which period, if several begin on that day.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--revision", paramLabel = "N", description = "Which settlement of it; the newest if left out.")
    private Optional<Integer> revision = Optional.empty();

    /** What was settled, or a refusal that names what was. */
    SettlementState in(StateView ledger) {
        List<SettlementState> settled = new AgreementsOnLedger(ledger).settlements(agreement);
        List<SettlementState> ofDay = settled.stream()
                .filter(state -> state.settlement().from().equals(from))
                .toList();
        if (ofDay.isEmpty()) {
            throw Known.not(
                    "'" + agreement + "'",
                    "settled period from",
                    from.toString(),
                    settled.stream()
                            .map(state -> state.settlement().from().toString())
                            .toList());
        }
        String period = period(ofDay);
        List<SettlementState> revisions = ofDay.stream()
                .filter(state -> state.settlement().period().equals(period))
                .toList();
        return revision.map(number -> revision(revisions, number))
                .orElseGet(() -> revisions.stream()
                        .max(Comparator.comparingInt(state -> state.settlement().revision()))
                        .orElseThrow());
    }

    SettlementId id(StateView ledger) {
        return in(ledger).settlement().id();
    }

    private String period(List<SettlementState> ofDay) {
        TreeSet<String> names = new TreeSet<>();
        ofDay.forEach(state -> names.add(state.settlement().period()));
        if (name.isPresent() && !names.contains(name.get())) {
            throw Known.not("'" + agreement + "' from " + from, "settled period", name.get(), names);
        }
        if (name.isEmpty() && names.size() > 1) {
            throw new InputRefused(
                    "Several periods begin on %s; name one with --of: %s.".formatted(from, String.join(", ", names)));
        }
        return name.orElseGet(names::first);
    }

    private static SettlementState revision(List<SettlementState> revisions, int number) {
        return revisions.stream()
                .filter(state -> state.settlement().revision() == number)
                .findFirst()
                .orElseThrow(() -> Known.not(
                        "The period",
                        "revision",
                        Integer.toString(number),
                        revisions.stream()
                                .map(state ->
                                        Integer.toString(state.settlement().revision()))
                                .toList()));
    }

    /** Such as {@code bakery, Billing Week from 2026-01-05}. */
    static String words(CommitSettlement settled) {
        return "%s, %s from %s%s"
                .formatted(
                        settled.agreement(),
                        settled.period(),
                        settled.from(),
                        settled.revision() == 0 ? "" : ", revision " + settled.revision());
    }
}
