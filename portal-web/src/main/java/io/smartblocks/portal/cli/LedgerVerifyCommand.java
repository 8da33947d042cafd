package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerVerification;
import io.smartblocks.ledger.embedded.Problem;
import io.smartblocks.ledger.embedded.VerificationReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        VerificationReport found = LedgerVerification.verify(data.existing().ledger());
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
