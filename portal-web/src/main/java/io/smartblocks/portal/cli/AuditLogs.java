package io.smartblocks.portal.cli;

import io.smartblocks.portal.audit.AuditCheck;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;

/** Opens the audit log of a data directory for the commands that read it. */
final class AuditLogs {

    private AuditLogs() {}

    /** What a command reads from the log; refused where the log cannot be opened. */
    static <T> T read(DataDirectory data, Function<AuditCheck, T> reading) {
        try {
            return reading.apply(AuditCheck.in(data.path()));
        } catch (DataAccessException e) {
            throw DataDirectory.refusal(data.path(), e.getMostSpecificCause())
                    .orElseGet(() -> new InputRefused(
                            "The audit log of '%s' cannot be read: %s. It is there once the portal was started."
                                    .formatted(
                                            data.path(),
                                            e.getMostSpecificCause()
                                                    .getMessage()
                                                    .lines()
                                                    .findFirst()
                                                    .orElse("")),
                            e));
        }
    }
}
