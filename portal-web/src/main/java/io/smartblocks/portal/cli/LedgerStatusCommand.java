package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerDamaged;
import io.smartblocks.ledger.embedded.LedgerStatus;
import io.smartblocks.ledger.proof.Hash;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger status}: how large a ledger is, and where it stands. */
@Command(
        name = "status",
        description = {
            "Say how many blocks and transactions a ledger holds, its newest block, and what its files take.",
            "It only reads, also while the ledger is in use; how much waits there, only the server itself knows."
        })
final class LedgerStatusCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Report report = Report.of(read(data.existing().ledger()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, report);
        } else {
            report.print(out);
        }
        return ExitCode.DONE;
    }

    private static LedgerStatus read(Path ledger) {
        try {
            return LedgerStatus.of(ledger, Clock.systemUTC().instant());
        } catch (LedgerDamaged damaged) {
            throw new InputRefused(damaged.getMessage() + ".", damaged);
        }
    }

    /** What {@code ledger status --json} prints. */
    record Report(
            long height,
            Optional<String> headHash,
            Optional<String> lastBlock,
            long transactions,
            long bytesOfBlocks,
            long bytesPerTransaction,
            long bytesOfIndex,
            List<String> notes) {

        static Report of(LedgerStatus status) {
            return new Report(
                    status.height(),
                    status.headHash().map(Hash::value),
                    status.lastBlock().map(Instant::toString),
                    status.transactions(),
                    status.bytesOfBlocks(),
                    status.bytesPerTransaction(),
                    status.bytesOfIndex(),
                    status.notes());
        }

        void print(PrintWriter out) {
            out.printf("height        %s%n", Count.of(height, "block"));
            headHash.ifPresent(hash -> out.printf("head          %s%n", hash));
            lastBlock.ifPresent(time -> out.printf("last block    %s%n", time));
            out.printf("transactions  %,d%n", transactions);
            out.printf("blocks        %,d bytes, %,d a transaction%n", bytesOfBlocks, bytesPerTransaction);
            out.printf("index         %,d bytes%n", bytesOfIndex);
            notes.forEach(note -> out.printf("note          %s%n", note));
        }
    }
}
