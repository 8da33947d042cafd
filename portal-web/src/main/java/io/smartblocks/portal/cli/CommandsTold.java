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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells the audit log of a data directory, where it has one, what a command asks of the ledger and what came of it. */
final class CommandsTold {

    private final Optional<ActsTold> log;

    private CommandsTold(Optional<ActsTold> log) {
        this.log = log;
    }

    static CommandsTold in(DataDirectory data, Ledger ledger, Clock clock) {
        return new CommandsTold(AuditLog.ifAnyIn(data.path(), clock).map(known -> new ActsTold(known, ledger)));
    }

    /** Does it; what cannot be told to a log that is there is not done. */
    Submission around(MemberId signer, List<Payload> payloads, Supplier<Submission> doing) {
        String why = "on the command line of user " + System.getProperty("user.name", "unknown");
        try {
            return log.map(known ->
                            known.around(Told.ofMember(signer, Act.LEDGER).because(why), payloads, doing))
                    .orElseGet(doing);
        } catch (AuditAway away) {
            throw new InputRefused(away.getMessage() + ".", away);
        }
    }
}
