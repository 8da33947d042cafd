package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.block.Content.Invocation;
import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.fabric.block.FabricTransaction;
import io.smartblocks.ledger.fabric.block.KeyWrite;
import io.smartblocks.ledger.fabric.block.NamespaceAccess;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes of a channel's block the block of the port that it holds, as everyone does who reads it. */
final class PortBlocks {

    private static final int SUCCESS = 200;

    private final String chaincode;

    PortBlocks(String chaincode) {
        this.chaincode = chaincode;
    }

    /** The port's block behind the given one. */
    Block block(FabricBlock block, Optional<Link> before) {
        List<CommittedBatch> batches = carriers(block).stream().map(this::batch).toList();
        BlockHeader header = new BlockHeader(
                block.number(),
                time(block, before),
                before.map(Link::hash).orElse(Hash.NONE),
                Block.transactionTree(batches).root(),
                Block.changeTree(batches).root(),
                BlockHeader.ORDERERS,
                BlockHeader.NO_KEY);
        return new Block(header, BlockHeader.NO_SIGNATURE, batches);
    }

    /** The transactions of the channel's block that carry a batch each, in their order. */
    List<FabricTransaction> carriers(FabricBlock block) {
        return block.transactions().stream().filter(this::carries).toList();
    }

    private boolean carries(FabricTransaction transaction) {
        return ours(transaction)
                .filter(call -> call.function().equals(Functions.SUBMIT))
                .filter(call -> CanonicalJson.read(call.answer().text(), Answer.class) instanceof Answer.Taken)
                .isPresent();
    }

    private Optional<Invocation> ours(FabricTransaction transaction) {
        return transaction
                .invocation()
                .filter(call -> transaction.valid() && call.chaincode().equals(chaincode) && call.status() == SUCCESS);
    }

    private CommittedBatch batch(FabricTransaction carrier) {
        Invocation call = carrier.invocation().orElseThrow();
        List<StateEntry> writes = call.access().stream()
                .filter(access -> access.namespace().equals(chaincode))
                .map(NamespaceAccess::writes)
                .flatMap(List::stream)
                .flatMap(write -> entry(write).stream())
                .sorted(Comparator.comparing(StateEntry::key))
                .toList();
        return new CommittedBatch(Batch.fromJson(call.arguments().get(0).text()).transactions(), writes);
    }

    private static Optional<StateEntry> entry(KeyWrite write) {
        return PeerKeys.stateKey(write.key())
                .flatMap(key ->
                        write.value().map(value -> new StateEntry(key, CanonicalJson.read(value.text(), State.class))));
    }

    // what the peers' clocks were held against, and the configurations, which the orderers time
    private Instant time(FabricBlock block, Optional<Link> before) {
        Instant earlier = before.map(Link::time).orElse(Instant.EPOCH);
        return block.transactions().stream()
                .filter(each -> each.type().equals("CONFIG") || carries(each))
                .flatMap(each -> each.claimedAt().stream())
                .reduce(earlier, (one, other) -> one.isAfter(other) ? one : other);
    }
}
