package io.smartblocks.portal.cli;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.explain.ExplanationText;
import io.smartblocks.runtime.explain.SettlementExplanation;
import io.smartblocks.runtime.run.ExplainingSettlement;
import io.smartblocks.runtime.run.SignedTexts;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code settlement explain}: why each amount of a settlement is what it is, and what would have changed it. */
@Command(
        name = "explain",
        description = {
            "Explain every amount of a settlement: its clause, rules, values and readings, and what would have changed it.",
            "It reads the blocks alone, also beside a server, and changes nothing."
        })
final class SettlementExplainCommand implements Callable<Integer> {

    @Mixin
    private SettledPeriod period = new SettledPeriod();

    @Option(names = "--line", paramLabel = "N", description = "Only this line of the statement, counted from 1.")
    private Optional<Integer> line = Optional.empty();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataDirectory directory = data.existing();
        SettlementId id;
        try (StatesOnLedger ledger = directory.states()) {
            id = period.id(ledger);
        }
        Progress reading = Progress.on(spec, "blocks");
        try (TablesOfBlocks tables = TablesOfBlocks.of(directory, block -> {}, reading::reached)) {
            reading.end();
            print(explanation(tables.model(), id), spec.commandLine().getOut());
        }
        return ExitCode.DONE;
    }

    private SettlementExplanation explanation(ReadModel model, SettlementId id) {
        SettlementRecord record = model.settlements()
                .settlement(id.agreement(), id.period(), id.from(), id.revision())
                .orElseThrow(() -> new InputRefused("The blocks do not have the settlement any more."));
        try {
            return new ExplainingSettlement(model, new SettlementEngine(), new SignedTexts(model)).of(record);
        } catch (IllegalArgumentException e) {
            throw new InputRefused(e.getMessage(), e);
        }
    }

    private void print(SettlementExplanation explanation, PrintWriter out) {
        if (line.isEmpty()) {
            if (json) {
                JsonReport.print(out, explanation);
            } else {
                out.print(ExplanationText.of(explanation));
            }
            return;
        }
        int number = line.get();
        if (number < 1 || number > explanation.lines().size()) {
            throw Known.not(
                    "The settlement",
                    "line",
                    Integer.toString(number),
                    IntStream.rangeClosed(1, explanation.lines().size())
                            .mapToObj(Integer::toString)
                            .toList());
        }
        if (json) {
            JsonReport.print(out, explanation.lines().get(number - 1));
        } else {
            out.print(ExplanationText.of(explanation, number));
        }
    }
}
