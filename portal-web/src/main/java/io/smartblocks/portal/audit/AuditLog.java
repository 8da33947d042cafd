package io.smartblocks.portal.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells the audit log what is done; what it cannot be told must not be done. */
@Component
public class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int LONGEST_SUBJECT = 400;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_WHO = 200;
    private static final int LONGEST_ADDRESS = 100;

    private final EntryRows rows;
    private final TransactionTemplate transaction;
    private final HeadFile file;
    private final Clock clock;
    private volatile Head kept = Head.NONE;

    AuditLog(EntryRows rows, HeadFile file, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.file = file;
        this.clock = clock;
    }

    /** The log of a data directory whose portal does not run. */
    public static AuditLog in(Path data, Clock clock) {
        PortalTables tables = PortalTables.of(data);
        return new AuditLog(new EntryRows(tables.jdbc()), new HeadFile(data), tables.transactions(), clock);
    }

    /** The same where the directory has one; a ledger that no portal was ever started on has none. */
    public static Optional<AuditLog> ifAnyIn(Path data, Clock clock) {
        return PortalTables.areThere(data) ? Optional.of(in(data, clock)) : Optional.empty();
    }

    /**
     * Adds an entry, in the transaction of the caller where there is one.
     *
     * @throws AuditAway when it cannot be written; then what it tells must not be done
     */
    public void tell(Told told) {
        try {
            transaction.executeWithoutResult(status -> add(told));
        } catch (DataAccessException | TransactionException e) {
            throw new AuditAway(
                    "The audit log cannot be written, so '" + told.act().code() + "' is not done: " + e.getMessage(),
                    e);
        }
    }

    /** Adds an entry about what cannot be undone any more; that it cannot be written stands in the machine's log. */
    public void tellAfterwards(Told told) {
        try {
            tell(told);
        } catch (AuditAway e) {
            LOG.error("{} {} {} {}", told.who(), told.act(), told.subject(), told.outcome(), e);
        }
    }

    /** Says at each start where the log ends, so that the machine's own log knows it as well. */
    @EventListener(ApplicationReadyEvent.class)
    void compare() {
        kept = file.newest().orElse(Head.NONE);
        if (!holds(kept)) {
            putAside();
        }
        LOG.info("The audit log ends at {}", rows.head());
    }

    private boolean holds(Head head) {
        return head.number() == 0
                || rows.entry(head.number()).map(Head::of).filter(head::equals).isPresent();
    }

    /** What was kept in mind is never written over while the log does not hold it. */
    private void putAside() {
        try {
            LOG.error(
                    "The audit log does not hold entry {} as it was: it was changed, cut, or taken from an older backup."
                            + " What it ended with is kept in {}.",
                    kept,
                    file.putAside());
            kept = Head.NONE;
        } catch (IOException e) {
            LOG.error("The audit log does not hold entry {} as it was, which could not be put aside.", kept, e);
        }
    }

    private void add(Told told) {
        Head end = rows.lockHead();
        if (!holds(kept)) {
            putAside();
        }
        Entry entry = Entry.of(new Entry.Content(
                end.number() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                cut(told.who(), LONGEST_WHO),
                told.role(),
                cut(address(), LONGEST_ADDRESS),
                told.act().code(),
                cut(told.subject(), LONGEST_SUBJECT),
                told.outcome().code(),
                cut(told.reason(), LONGEST_TEXT),
                cut(told.before(), LONGEST_TEXT),
                cut(told.after(), LONGEST_TEXT),
                told.transaction().orElse(""),
                end.hash()));
        rows.add(entry);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keep(Head.of(entry));
            }
        });
    }

    /** The entry stands already; a file that lags behind only finds less. */
    private void keep(Head head) {
        try {
            file.advance(head);
            kept = head.number() > kept.number() ? head : kept;
        } catch (IOException e) {
            LOG.warn("Where the audit log ends could not be noted beside it: {}", e.toString());
        }
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Optional.of(request.getRequest())
                        .map(HttpServletRequest::getRemoteAddr)
                        .orElse("")
                : "";
    }

    /** What is too long ends in dots; what no database takes is left out. */
    private static String cut(String text, int longest) {
        String plain = text.replace("\u0000", "");
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + '…';
    }
}
