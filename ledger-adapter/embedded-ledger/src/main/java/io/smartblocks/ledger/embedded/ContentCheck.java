package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.family.BatchDecision;
import io.smartblocks.ledger.family.BlockLimits;
import io.smartblocks.ledger.family.Families;
import io.smartblocks.ledger.family.SignatureMemo;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateOverlay;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks each transaction of a block, and that the families make of them what the block says was written. */
final class ContentCheck {

    private final ChainCheck.Reporter reporter;
    private final CheckedBlocks before;
    private boolean statesKnown = true;
    private long transactions;

    ContentCheck(ChainCheck.Reporter reporter, CheckedBlocks before) {
        this.reporter = reporter;
        this.before = before;
    }

    long transactions() {
        return transactions;
    }

    /** From here on what stands on the ledger is not fully known, so that writes can no longer be compared. */
    void lose() {
        statesKnown = false;
    }

    boolean statesKnown() {
        return statesKnown;
    }

    void check(Block block, BlockLook look) {
        StateOverlay states = new StateOverlay(before.states());
        Set<TransactionId> seen = new HashSet<>();
        Set<String> requests = new HashSet<>();
        for (CommittedBatch batch : block.batches()) {
            for (Transaction transaction : batch.transactions()) {
                transactions++;
                checkOnce(transaction, block.number(), seen, requests);
            }
            if (haveTheirIds(batch, block.number(), look) && statesKnown) {
                checkWrites(batch, block, states, look.signatures());
            } else {
                batch.transactions().forEach(each -> checkSignature(each, block.number(), states, look.signatures()));
            }
            states.write(batch.writes());
        }
    }

    private void checkOnce(Transaction transaction, long block, Set<TransactionId> seen, Set<String> requests) {
        Optional<Long> earlier = seen.add(transaction.id()) ? before.blockOf(transaction.id()) : Optional.of(block);
        earlier.ifPresent(where -> report(block, transaction, "it stands in block " + where + " already"));
        TransactionBody body = transaction.body();
        if (!requests.add(body.signer() + " " + body.requestKey())
                || before.answered(body.signer(), body.requestKey())) {
            report(block, transaction, "its request key was used before");
        }
    }

    private boolean haveTheirIds(CommittedBatch batch, long block, BlockLook look) {
        boolean all = true;
        for (Transaction transaction : batch.transactions()) {
            if (look.misnamed().contains(transaction.id()) && !transaction.hasItsId()) {
                report(block, transaction, "its content has another id: " + Transaction.idOf(transaction.body()));
                all = false;
            }
        }
        return all;
    }

    private void checkSignature(Transaction transaction, long block, StateView states, SignatureMemo signatures) {
        Families.keyFor(transaction, states)
                .filter(key -> !signatures.holds(transaction, key))
                .ifPresent(key -> report(
                        block,
                        transaction,
                        "its signature does not fit the last known key of '"
                                + transaction.body().signer() + "'"));
    }

    private void checkWrites(CommittedBatch batch, Block block, StateView states, SignatureMemo signatures) {
        BlockLimits limits = new BlockLimits(block.number(), block.header().time());
        BatchDecision decision = Families.decide(batch.transactions(), states, limits, signatures);
        if (decision instanceof BatchDecision.Refused refused) {
            report(
                    block.number(),
                    batch.transactions().get(refused.place()),
                    "it must have been refused (" + refused.code().code() + "): " + refused.message());
            return;
        }
        compare(((BatchDecision.Applied) decision).writes(), batch, block.number());
    }

    private void compare(List<StateEntry> made, CommittedBatch batch, long block) {
        if (made.equals(batch.writes())) {
            return;
        }
        for (StateEntry write : batch.writes()) {
            if (!made.contains(write)) {
                report(block, batch.transactions().get(0), "it does not write what stands under '" + write.key() + "'");
            }
        }
        for (StateEntry write : made) {
            if (batch.writes().stream().noneMatch(there -> there.key().equals(write.key()))) {
                report(block, batch.transactions().get(0), "its write to '" + write.key() + "' is missing");
            }
        }
    }

    private void report(long block, Transaction transaction, String message) {
        reporter.report(block, Optional.of(transaction.id()), message);
    }
}
