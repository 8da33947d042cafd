package io.smartblocks.portal.cli;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Which settlements are to be verified: of a period, of an agreement, or all. */
final class SettlementsToVerify {

    private static final int AT_ONCE = 100;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "AGREEMENT",
            description = "The agreement's id on the ledger; all its settlements without a period.")
    private Optional<String> agreement = Optional.empty();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PERIOD",
            description = "The first day of the settled period: 2026-10-01.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--revision", paramLabel = "N", description = "Which settlement of it; all if left out.")
    private Optional<Integer> revision = Optional.empty();

    @Option(names = "--all", description = "All settlements on the ledger, the newest first.")
    private boolean all;

    /** Refuses a choice that is none. */
    void requireChoice(CommandSpec spec) {
        if (all == agreement.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    all
                            ? "name an agreement or --all, not both."
                            : "name an agreement, and the first day of a period if only that is meant; or --all.");
        }
        if (revision.isPresent() && from.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--revision: name the first day of the period that it is a revision of.");
        }
    }

    /** Gives the chosen ones on, some at once. */
    void in(ReadModel model, Consumer<List<SettlementRecord>> pages) {
        if (all) {
            List<SettlementRecord> page = model.settlements().newest(AT_ONCE);
            while (!page.isEmpty()) {
                pages.accept(page);
                page = model.settlements().after(page.get(page.size() - 1), AT_ONCE);
            }
            return;
        }
        List<SettlementRecord> chosen = chosen(model);
        for (int i = 0; i < chosen.size(); i += AT_ONCE) {
            pages.accept(chosen.subList(i, Math.min(chosen.size(), i + AT_ONCE)));
        }
    }

    private List<SettlementRecord> chosen(ReadModel model) {
        String named = agreement.orElseThrow();
        List<SettlementRecord> settled = model.settlements().of(id(named));
        if (settled.isEmpty()) {
            throw Known.not(
                    "The ledger",
                    "settlement of agreement",
                    named,
                    model.settlements().newest(AT_ONCE).stream()
                            .map(record -> record.settlement().agreement().value())
                            .distinct()
                            .toList());
        }
        List<SettlementRecord> ofDay = only(
                settled, record -> from.isEmpty() || record.settlement().from().equals(from.get()));
        if (ofDay.isEmpty()) {
            throw Known.not(
                    "'" + named + "'",
                    "settled period from",
                    from.orElseThrow().toString(),
                    settled.stream()
                            .map(record -> record.settlement().from().toString())
                            .distinct()
                            .toList());
        }
        List<SettlementRecord> found =
                only(ofDay, record -> revision.isEmpty() || record.settlement().revision() == revision.get());
        if (found.isEmpty()) {
            throw Known.not(
                    "The period",
                    "revision",
                    revision.orElseThrow().toString(),
                    ofDay.stream()
                            .map(record -> Integer.toString(record.settlement().revision()))
                            .distinct()
                            .toList());
        }
        return found;
    }

    private static List<SettlementRecord> only(List<SettlementRecord> records, Predicate<SettlementRecord> which) {
        return records.stream().filter(which).toList();
    }

    private static AgreementId id(String named) {
        try {
            return new AgreementId(named);
        } catch (IllegalArgumentException e) {
            throw new InputRefused(e.getMessage() + ".", e);
        }
    }
}
