package io.smartblocks.portal.cli;

import io.smartblocks.portal.audit.Entry;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code audit export}: prints the audit log, one entry a line. */
@Command(
        name = "export",
        description = {
            "Print the audit log in its order, one entry a line as JSON: its content and its hash.",
            "The hash is the SHA-256 of the canonical form (RFC 8785) of the content."
        })
final class AuditExportCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonMapper mapper = JsonMapper.builder()
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        PrintWriter out = spec.commandLine().getOut();
        AuditLogs.read(data.existing(), check -> {
            check.forEach(Optional.empty(), entry -> out.println(mapper.writeValueAsString(Line.of(entry))));
            return ExitCode.DONE;
        });
        return ExitCode.DONE;
    }

    /** An entry as it is written: hashes as plain text. */
    record Line(Content content, String hash) {

        /** The fields by their names in the canonical form. */
        record Content(
                String act,
                String address,
                String after,
                String at,
                String before,
                long number,
                String outcome,
                String previous,
                String reason,
                String role,
                String subject,
                String transaction,
                String who) {}

        static Line of(Entry entry) {
            Entry.Content told = entry.content();
            return new Line(
                    new Content(
                            told.act(),
                            told.address(),
                            told.after(),
                            told.at().toString(),
                            told.before(),
                            told.number(),
                            told.outcome(),
                            told.previous().value(),
                            told.reason(),
                            told.role(),
                            told.subject(),
                            told.transaction(),
                            told.who()),
                    entry.hash().value());
        }
    }
}
