package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A chain of real blocks with signed transactions and stated writes, a minute apart. */
final class ChainFixture {

    static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");

    private final Signer signer;
    private final List<Block> blocks = Collections.synchronizedList(new ArrayList<>());
    private int requests;

    ChainFixture(String signer) {
        this.signer = Signer.of(new MemberId(signer), KeyPair.generate());
    }

    /** What is asked and what it writes. */
    record Step(Payload payload, List<StateEntry> writes) {
        static Step of(Payload payload, StateEntry... writes) {
            return new Step(payload, List.of(writes));
        }
    }

    /** Adds a block of one batch with all the steps. */
    Block add(Step... steps) {
        return addBatches(List.of(batch(List.of(steps))));
    }

    /** Adds a block in which each step is a batch of its own. */
    Block addOneBatchEach(List<Step> steps) {
        return addBatchEach(steps.stream().map(List::of).toList());
    }

    /** Adds a block with a batch for each of the lists. */
    Block addBatchEach(List<List<Step>> batches) {
        return addBatches(batches.stream().map(this::batch).toList());
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    Signer signer() {
        return signer;
    }

    private CommittedBatch batch(List<Step> steps) {
        List<TransactionBody> bodies = steps.stream()
                .map(step -> new TransactionBody(
                        LedgerId.NONE,
                        step.payload(),
                        signer.member(),
                        new RequestKey("request-" + requests++),
                        statedAt()))
                .toList();
        List<StateEntry> writes =
                steps.stream().flatMap(step -> step.writes().stream()).toList();
        return new CommittedBatch(Transaction.signAll(bodies, signer), writes);
    }

    private Block addBatches(List<CommittedBatch> batches) {
        BlockHeader header = new BlockHeader(
                blocks.size(),
                time(),
                blocks.isEmpty() ? Hash.NONE : blocks.get(blocks.size() - 1).hash(),
                Block.transactionTree(batches).root(),
                Block.changeTree(batches).root(),
                signer.member(),
                signer.publicKey());
        Block block = new Block(header, "signature", batches);
        blocks.add(block);
        return block;
    }

    /** Clocks of signers know less than a microsecond, which databases do not. */
    private Instant statedAt() {
        return time().plusNanos(requests * 1_234_567_89L);
    }

    private Instant time() {
        return FIRST.plus(Duration.ofMinutes(blocks.size()));
    }
}
