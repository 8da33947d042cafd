package io.smartblocks.portal.audit;

import io.smartblocks.portal.account.Account;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The audit log for those who may read it: newest first, and the check of its chain, of which the log is told too. */
@Component
public class AuditReading {

    private final EntryRows rows;
    private final AuditCheck check;
    private final AuditLog log;

    AuditReading(EntryRows rows, AuditCheck check, AuditLog log) {
        this.rows = rows;
        this.check = check;
        this.log = log;
    }

    /** The entries that a filter asks for before a number, newest first. */
    public List<Entry> newest(AuditFilter filter, long before, int atMost) {
        return rows.newest(filter, before, atMost);
    }

    /** Checks all of it, against an end that somebody noted elsewhere where there is one. */
    public AuditCheck.Found check(Account reader, Optional<Head> noted) {
        AuditCheck.Found found = check.run(noted.stream().toList());
        log.tell(Told.of(reader, Act.CHECK, found.end().toString())
                .with(found.sound() ? Outcome.DONE : Outcome.REFUSED));
        return found;
    }
}
