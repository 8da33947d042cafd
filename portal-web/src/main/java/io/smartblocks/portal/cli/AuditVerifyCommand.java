package io.smartblocks.portal.cli;

import io.smartblocks.portal.audit.AuditCheck;
import io.smartblocks.portal.audit.AuditCheck.Fault;
import io.smartblocks.portal.audit.AuditCheck.Found;
import io.smartblocks.portal.audit.Head;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit verify}: checks the chain of the audit log. */
@Command(
        name = "verify",
        description = {
            "Check every entry of the audit log against its hash and the one before it.",
            "Entries that are missing at the end are found by the ends that the portal keeps in DIR/audit-head."
        })
final class AuditVerifyCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--head",
            paramLabel = "NUMBER:HASH",
            description = "An end of the log that you noted earlier; it must still stand in the chain.")
    private Optional<String> head = Optional.empty();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Head> known = head.map(AuditVerifyCommand::head).stream().toList();
        Found found = AuditLogs.read(data.existing(), check -> check.run(known));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, Report.of(found));
        } else {
            found.faults().forEach(fault -> out.println(words(fault)));
            out.printf(
                    "%s: %s. The log ends at %s.%n",
                    found.entries() == 1 ? "1 entry" : found.entries() + " entries",
                    found.sound() ? "sound" : Count.of(found.faults().size(), "problem"),
                    found.end());
        }
        return found.sound() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static Head head(String written) {
        return Head.read(written)
                .orElseThrow(() -> new InputRefused(
                        "'%s' is no end of an audit log; expected NUMBER:HASH, as an earlier check printed it."
                                .formatted(written)));
    }

    private static String words(Fault fault) {
        return "entry " + fault.number() + ": " + words(fault.what());
    }

    private static String words(AuditCheck.What what) {
        return switch (what) {
            case CHANGED -> "says something else than its hash; it was changed";
            case UNLINKED -> "names another entry before it than the one that stands there";
            case GAP -> "entries are missing before it";
            case CUT -> "was there once and is missing; the log was cut at its end";
            case OTHER -> "is another one than the one that was kept in mind elsewhere";
        };
    }

    /** What {@code audit verify --json} prints. */
    record Report(boolean sound, long entries, String end, List<Problem> problems) {

        /** A fault in words. */
        record Problem(long entry, String message) {}

        static Report of(Found found) {
            return new Report(
                    found.sound(),
                    found.entries(),
                    found.end().toString(),
                    found.faults().stream()
                            .map(fault -> new Problem(fault.number(), words(fault.what())))
                            .toList());
        }
    }
}
