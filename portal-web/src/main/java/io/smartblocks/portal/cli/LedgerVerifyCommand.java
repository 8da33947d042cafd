package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerVerification;
import io.smartblocks.ledger.embedded.Problem;
import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.embedded.VerificationReport;
import io.smartblocks.ledger.proof.Hash;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger verify}: checks every block from its files alone. */
@Command(
        name = "verify",
        description = {
            "Check every checksum, link, signature and write of a ledger from its files alone.",
            "It only reads, also while the ledger is in use."
        })
final class LedgerVerifyCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1_000_000;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = {
                "The hash of a block that you know, such as the newest of a backup: it must stand in the chain.",
                "Files alone cannot show that whole blocks are missing at their end."
            })
    private Optional<String> head = Optional.empty();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<Hash> known = head.map(written -> LedgerStatement.typed(() -> new Hash(written)));
        Path ledger = data.existing().ledger();
        Progress progress = Progress.on(spec, "MB");
        VerificationReport found = LedgerVerification.verify(
                ledger, (bytes, ofBytes) -> progress.reached(bytes / MEGABYTE, ofBytes / MEGABYTE));
        progress.end();
        if (found.sound() && known.isPresent() && !stands(known.get(), ledger)) {
            throw new InputRefused(
                    ("Every block is sound, but none of the %s has the hash %s: blocks are missing at the end,"
                                    + " or this is another chain than the one you know.")
                            .formatted(Count.of(found.blocks(), "block"), known.get()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, Report.of(found));
        } else {
            found.problems().forEach(out::println);
            out.printf(
                    "%s, %s: %s.%n",
                    Count.of(found.blocks(), "block"),
                    Count.of(found.transactions(), "transaction"),
                    found.sound() ? "sound" : Count.of(found.problems().size(), "problem"));
            found.notes().forEach(note -> spec.commandLine().getErr().println("note: " + note));
        }
        return found.sound() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static boolean stands(Hash known, Path ledger) {
        AtomicBoolean found = new AtomicBoolean();
        StoredBlocks.in(ledger).forEach(0, stored -> {
            found.set(stored.header().hash().equals(known));
            return !found.get();
        });
        return found.get();
    }

    /** What {@code ledger verify --json} prints. */
    record Report(boolean sound, long blocks, long transactions, List<Finding> problems, List<String> notes) {

        static Report of(VerificationReport found) {
            return new Report(
                    found.sound(),
                    found.blocks(),
                    found.transactions(),
                    found.problems().stream().map(Finding::of).toList(),
                    found.notes());
        }
    }

    /** A problem and its place; no transaction where it lies in none. */
    record Finding(long block, List<String> transactions, String message) {

        static Finding of(Problem problem) {
            return new Finding(
                    problem.block(),
                    problem.transaction().stream().map(Object::toString).toList(),
                    problem.message());
        }
    }
}
