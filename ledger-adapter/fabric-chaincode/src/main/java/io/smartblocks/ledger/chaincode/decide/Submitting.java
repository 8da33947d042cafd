package io.smartblocks.ledger.chaincode.decide;

import io.smartblocks.ledger.family.BatchDecision;
import io.smartblocks.ledger.family.BlockLimits;
import io.smartblocks.ledger.family.CheckedSignatures;
import io.smartblocks.ledger.family.Families;
import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.family.SignatureMemo;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.peer.PeerLimits;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Decides about a batch as every ledger does, and writes what comes of it. */
final class Submitting {

    private final Peer peer;
    private final PeerStates states;
    private final CheckedSignatures signatures = new SignatureMemo();
    private final EarlierRequests earlier;

    private Submitting(Peer peer) {
        this.peer = peer;
        this.states = new PeerStates(peer);
        this.earlier = new EarlierRequests(peer);
    }

    static Answer submit(Peer peer) {
        Arguments arguments =
                Arguments.of(peer, 2, "the text of a batch and the number of blocks that the client knows");
        int size = arguments.bytes(0).length;
        if (size > PeerLimits.MOST_BYTES) {
            return new Answer.Refused(
                    RefusalCode.BATCH_TOO_LARGE.code(),
                    0,
                    "the batch has " + size + " bytes; expected at most " + PeerLimits.MOST_BYTES
                            + ", divide it into several");
        }
        Batch batch = arguments.as(0, Batch::fromJson);
        if (!Arrays.equals(Texts.bytes(batch.json()), arguments.bytes(0))) {
            throw new CallRefused("argument 1 of 'submit' is a batch, but not in its canonical form");
        }
        return new Submitting(peer).decide(batch.transactions(), arguments.number(1));
    }

    private Answer decide(List<Transaction> batch, long height) {
        Optional<Answer> before = earlier.answered(batch, this::isSigned);
        if (before.isPresent()) {
            return before.get();
        }
        if (founds(batch) && Adopting.isUnderway(peer)) {
            return new Answer.Refused(
                    RefusalCode.LEDGER_FOUNDED_ALREADY.code(),
                    0,
                    "this channel takes over a ledger of one machine; none is founded beside it");
        }
        BatchDecision decision = Families.decide(batch, states, new BlockLimits(height, peer.time()), signatures);
        if (decision instanceof BatchDecision.Refused refused) {
            return new Answer.Refused(refused.code().code(), refused.place(), refused.message());
        }
        write(((BatchDecision.Applied) decision).writes());
        earlier.accept(batch);
        return new Answer.Taken(batch.size());
    }

    private static boolean founds(List<Transaction> batch) {
        return batch.stream().anyMatch(transaction -> transaction.body().payload() instanceof FoundLedger);
    }

    private boolean isSigned(Transaction transaction) {
        return Families.keyFor(transaction, states)
                .filter(key -> signatures.holds(transaction, key))
                .isPresent();
    }

    private void write(List<StateEntry> writes) {
        writes.forEach(write -> peer.write(PeerKeys.of(write.key()), Texts.bytes(write.state())));
        new Guarding(peer, states, writes).guard();
    }
}
