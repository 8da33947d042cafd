package io.smartblocks.runtime.bench;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import io.smartblocks.ledger.port.Health;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StageListener;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A ledger that passes everything on to another one. */
abstract class PassingLedger implements Ledger {

    private final Ledger ledger;

    PassingLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public CompletableFuture<Submission> submit(Batch batch, StageListener stages) {
        return ledger.submit(batch, stages);
    }

    @Override
    public BlockStream blocks(long from) {
        return ledger.blocks(from);
    }

    @Override
    public Optional<TransactionPlace> find(TransactionId transaction) {
        return ledger.find(transaction);
    }

    @Override
    public Optional<State> state(StateKey key) {
        return ledger.state(key);
    }

    @Override
    public List<StateEntry> states(String prefix) {
        return ledger.states(prefix);
    }

    @Override
    public List<StateVersion> history(StateKey key) {
        return ledger.history(key);
    }

    @Override
    public List<StandingState> standing(String from, String to, int atMost) {
        return ledger.standing(from, to, atMost);
    }

    @Override
    public long height() {
        return ledger.height();
    }

    @Override
    public Optional<Block> block(long number) {
        return ledger.block(number);
    }

    @Override
    public Health health() {
        return ledger.health();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
