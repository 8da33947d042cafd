package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerBench.Rounds;
import io.smartblocks.ledger.embedded.LedgerBench.Throughput;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;

/** What some writers reached in the middle round, and the share of the bare rate in every round. */
record LedgerBenchRow(
        int writers,
        long blocks,
        long transactions,
        long bytesPerBlock,
        long milliseconds,
        long blocksPerSecond,
        long transactionsPerSecond,
        long bareAppendsPerSecond,
        long blocksPercentOfBare,
        long transactionsPercentOfBare,
        List<Long> blocksPercentOfBareByRound,
        long processorMicrosecondsPerTransaction) {

    static LedgerBenchRow of(Rounds rounds) {
        Throughput middle = rounds.middle();
        return new LedgerBenchRow(
                middle.writers(),
                middle.blocks(),
                middle.transactions(),
                middle.bytes() / Math.max(1, middle.blocks()),
                middle.took().toMillis(),
                middle.blocksPerSecond(),
                middle.transactionsPerSecond(),
                middle.bareAppendsPerSecond(),
                middle.percentOfBare(),
                middle.transactionsPercentOfBare(),
                rounds.percentsOfBare(),
                middle.processorMicrosPerTransaction());
    }

    static void print(List<LedgerBenchRow> rows, int transactions, PrintWriter out) {
        int rounds = rows.get(0).blocksPercentOfBareByRound().size();
        out.printf(
                "%,d-page batches, each page 96 readings, signed before; every block synced before it is acknowledged.%n",
                transactions);
        out.println("Bare: appends of the same sizes as the blocks, each synced, nothing signed or checked.");
        out.printf(
                "The middle one of %,d rounds by its share of bare; all rounds' least and greatest share behind it.%n",
                rounds);
        out.printf(
                "%8s %10s %14s %12s %10s %22s %22s %22s%n",
                "writers",
                "blocks/s",
                "transactions/s",
                "bytes/block",
                "bare/s",
                "blocks of bare",
                "transactions of bare",
                "processor/transaction");
        rows.forEach(row -> row.print(out));
    }

    private void print(PrintWriter out) {
        String range = blocksPercentOfBare
                + "% ("
                + Collections.min(blocksPercentOfBareByRound)
                + " to "
                + Collections.max(blocksPercentOfBareByRound)
                + "%)";
        out.printf(
                "%,8d %,10d %,14d %,12d %,10d %22s %,21d%% %,19d µs%n",
                writers,
                blocksPerSecond,
                transactionsPerSecond,
                bytesPerBlock,
                bareAppendsPerSecond,
                range,
                transactionsPercentOfBare,
                processorMicrosecondsPerTransaction);
    }
}
