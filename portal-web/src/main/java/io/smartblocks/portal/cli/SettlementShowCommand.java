package io.smartblocks.portal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.portal.settlement.SettlementAccount;
import io.smartblocks.runtime.settlement.Settlement;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code settlement show}: one settlement, what was paid of it, who disputes it and until when it may be disputed. */
@Command(
        name = "show",
        description = "Show one settlement: what is paid and open, who disputes it, until when it may be disputed.")
final class SettlementShowCommand extends LookingCommand {

    @Mixin
    private SettledPeriod period = new SettledPeriod();

    @Option(names = "--statement", description = "Print the statement behind it too.")
    private boolean statement;

    @Override
    SettlementReport report(StateView ledger) {
        return SettlementReport.of(SettlementAccount.of(period.in(ledger), ledger));
    }

    @Override
    void print(StateView ledger, PrintWriter out) {
        SettlementState state = period.in(ledger);
        new SettlementText(out).printWhole(SettlementReport.of(SettlementAccount.of(state, ledger)));
        if (statement) {
            out.println();
            new StatementText(out)
                    .print(Settlement.fromJson(state.settlement().statement().getBytes(UTF_8)));
        }
    }
}
