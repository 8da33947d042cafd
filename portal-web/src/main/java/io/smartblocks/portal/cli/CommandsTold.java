package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditAway;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import io.smartblocks.portal.member.ActsTold;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells the audit log of a data directory, where it has one, what a command asks of the ledger and what came of it. */
final class CommandsTold {

    private final Optional<ActsTold> log;

    private CommandsTold(Optional<ActsTold> log) {
        this.log = log;
    }

    static CommandsTold in(DataDirectory data, Ledger ledger, Clock clock) {
        return new CommandsTold(AuditLog.ifAnyIn(data.path(), clock).map(known -> new ActsTold(known, ledger)));
    }

    /**
     * Tells of a key store before it is written: the log of the data directory that is named, or in which the file lies.
     * What cannot be told to a log that is there is not done; keys of people who have none at hand are their own business.
     */
    static void ofKeys(Optional<Path> named, Path store, MemberId owner, String what, Clock clock) {
        try {
            named.or(() -> around(store.toAbsolutePath().normalize()))
                    .flatMap(directory -> AuditLog.ifAnyIn(directory, clock))
                    .ifPresent(log -> log.tell(Told.ofMember(owner, Act.MEMBER_KEY)
                            .about(what + ' ' + store)
                            .because(why())));
        } catch (AuditAway away) {
            throw new InputRefused(away.getMessage() + ".", away);
        }
    }

    /** The nearest folder around a file that is a data directory with a log. */
    private static Optional<Path> around(Path file) {
        return Stream.iterate(file.getParent(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("portal.mv.db")))
                .findFirst();
    }

    private static String why() {
        return "on the command line of user " + System.getProperty("user.name", "unknown");
    }

    /** Does it; what cannot be told to a log that is there is not done. */
    Submission around(MemberId signer, List<Payload> payloads, Supplier<Submission> doing) {
        try {
            return log.map(known ->
                            known.around(Told.ofMember(signer, Act.LEDGER).because(why()), payloads, doing))
                    .orElseGet(doing);
        } catch (AuditAway away) {
            throw new InputRefused(away.getMessage() + ".", away);
        }
    }
}
