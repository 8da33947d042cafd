package io.smartblocks.portal.cli;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger blocks}: lists the newest blocks. */
@Command(name = "blocks", description = "List the newest blocks, newest first.")
final class LedgerBlocksCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many; default ${DEFAULT-VALUE}.")
    private int last;

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Row> rows;
        try (Ledger ledger = data.existing().openLedger(Clock.systemUTC())) {
            long height = ledger.height();
            rows = LongStream.range(0, Math.min(Math.max(0, last), height))
                    .mapToObj(back -> ledger.block(height - 1 - back))
                    .flatMap(Optional::stream)
                    .map(Row::of)
                    .toList();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, rows);
        } else {
            rows.forEach(row -> out.printf(
                    "%8d  %s  %s  %4d  %s%n",
                    row.number(),
                    row.time(),
                    row.hash().substring(0, 16),
                    row.transactions(),
                    String.join(", ", row.actions())));
        }
        return ExitCode.DONE;
    }

    /** A block as it is listed. */
    record Row(long number, String time, String hash, String previousHash, int transactions, List<String> actions) {

        static Row of(Block block) {
            List<Transaction> transactions = block.transactions();
            return new Row(
                    block.number(),
                    block.header().time().toString(),
                    block.hash().value(),
                    block.header().previousHash().value(),
                    transactions.size(),
                    transactions.stream()
                            .map(transaction -> transaction.body().payload().action())
                            .distinct()
                            .toList());
        }
    }
}
