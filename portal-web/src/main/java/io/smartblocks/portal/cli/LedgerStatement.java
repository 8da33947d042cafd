package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** States something on the ledger in the name of a member, all of it or none. */
final class LedgerStatement {

    private final Ledger ledger;
    private final Signer signer;
    private final CommandsTold told;
    private final Clock clock;

    LedgerStatement(Ledger ledger, Signer signer, CommandsTold told, Clock clock) {
        this.told = told;
        this.ledger = ledger;
        this.signer = signer;
        this.clock = clock;
    }

    /** What stands on the ledger. */
    StateView view() {
        return ledger;
    }

    /** The member that signs. */
    MemberId signer() {
        return signer.member();
    }

    /** The organisation that the signer acts for. */
    MemberId organisation() {
        return ledger.state(StateKey.member(signer.member()), MemberState.class)
                .orElseThrow(() -> new InputRefused("'%s' is no member of this ledger.".formatted(signer.member())))
                .member()
                .organisation();
    }

    /** The block in which it stands; what the ledger refuses is told in its own words. */
    long make(Payload... payloads) {
        List<TransactionBody> bodies = List.of(payloads).stream()
                .map(payload -> new TransactionBody(
                        ledger.id(),
                        payload,
                        signer.member(),
                        new RequestKey("command/" + UUID.randomUUID()),
                        clock.instant()))
                .toList();
        Submission submission = submitted(Batch.signed(bodies, signer), List.of(payloads));
        if (submission instanceof Submission.Refused refused) {
            throw new InputRefused("The ledger refused it: %s.".formatted(refused.message()));
        }
        return ((Submission.Committed) submission).block();
    }

    private Submission submitted(Batch batch, List<Payload> payloads) {
        try {
            return told.around(signer.member(), payloads, () -> ledger.commit(batch));
        } catch (LedgerUnavailable unavailable) {
            return Unanswered.lookedFor(batch, ledger, unavailable);
        }
    }

    /** A value of the ledger made from what was typed; what is wrong with it is told in its own words. */
    static <T> T typed(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InputRefused(e.getMessage() + ".", e);
        }
    }

    static MemberId member(String written) {
        return typed(() -> new MemberId(written));
    }
}
