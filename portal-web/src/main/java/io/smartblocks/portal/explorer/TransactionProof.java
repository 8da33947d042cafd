package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.audit.Proved.ProvedState;
import io.smartblocks.ledger.audit.Proved.ProvedTransaction;
import io.smartblocks.ledger.audit.ProvedIn;
import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Makes the proof of a transaction from the ledger that is open: the bytes from which anyone can check it. */
@Component
public class TransactionProof {

    private final Ledger ledger;

    TransactionProof(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The proof, with that of the signer's key; empty when no block holds the transaction. */
    public Optional<Proof> of(TransactionId id) {
        return ledger.find(id)
                .map(TransactionPlace::block)
                .flatMap(ledger::block)
                .flatMap(block -> ProvedIn.block(block).transaction(id).map(proved -> of(proved, block)));
    }

    private Proof of(ProvedTransaction proved, Block block) {
        Optional<ProvedState> key = signerKey(proved, block);
        TreeMap<Long, SignedHeader> headers = new TreeMap<>();
        headers.put(block.number(), SignedHeader.of(block));
        key.map(ProvedState::block)
                .flatMap(ledger::block)
                .ifPresent(other -> headers.put(other.number(), SignedHeader.of(other)));
        return Proof.of(proved, key, List.copyOf(headers.values()));
    }

    /** The last write of the signer's member state that the transaction's signature was made under. */
    private Optional<ProvedState> signerKey(ProvedTransaction proved, Block block) {
        Transaction transaction = proved.transaction();
        StateKey member = StateKey.member(transaction.body().signer());
        ProvedIn here = ProvedIn.block(block);
        return here.state(member, proved.batch())
                .or(() -> before(member, block.number()))
                .or(() -> here.state(member, proved.batch() + 1))
                .filter(state -> state.write().state() instanceof MemberState known
                        && transaction.signatureHolds(known.member().publicKey()));
    }

    private Optional<ProvedState> before(StateKey key, long number) {
        return ledger.history(key).stream()
                .map(StateVersion::block)
                .filter(written -> written < number)
                .reduce((first, last) -> last)
                .flatMap(ledger::block)
                .flatMap(written -> ProvedIn.block(written).state(key));
    }
}
