package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerDamaged;
import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger blocks}: lists the newest blocks. */
@Command(
        name = "blocks",
        description = {"List the newest blocks, newest first.", "It only reads, also while the ledger is in use."})
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
        List<Row> rows = newest(StoredBlocks.in(data.existing().ledger()));
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

    private List<Row> newest(StoredBlocks blocks) {
        Deque<Row> rows = new ArrayDeque<>();
        try {
            blocks.forEach(Math.max(0, blocks.height() - Math.max(0, last)), stored -> {
                rows.addFirst(Row.of(stored.block()));
                return true;
            });
        } catch (LedgerDamaged damaged) {
            throw new InputRefused(damaged.getMessage() + ".", damaged);
        }
        return rows.stream().limit(Math.max(0, last)).toList();
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
