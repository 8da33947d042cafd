package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.block.Content.Invocation;
import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.fabric.block.FabricTransaction;
import io.smartblocks.ledger.fabric.block.KeyWrite;
import io.smartblocks.ledger.fabric.block.NamespaceAccess;
import io.smartblocks.ledger.peer.AdoptedPart;
import io.smartblocks.ledger.peer.Adoption;
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

    /** A call that carried blocks of a ledger that is taken over, and the channel's transaction that it is. */
    record Adopting(Carrier carrier, List<AdoptedPart> parts) {}

    /** The port's block behind the given one, with the number. */
    Block block(FabricBlock block, long number, Optional<Link> before) {
        List<CommittedBatch> batches = carriers(block).stream().map(this::batch).toList();
        BlockHeader header = new BlockHeader(
                number,
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
        return calls(transaction, Functions.SUBMIT)
                .filter(call -> CanonicalJson.read(call.answer().text(), Answer.class) instanceof Answer.Taken)
                .isPresent();
    }

    /** The calls in a block of the channel that carried blocks of a ledger that is taken over. */
    List<Adopting> adopting(FabricBlock block) {
        return block.transactions().stream()
                .filter(each -> calls(each, Functions.ADOPT).isPresent())
                .map(each -> new Adopting(
                        new Carrier(block.number(), block.hash(), each),
                        parts(calls(each, Functions.ADOPT).orElseThrow())))
                .toList();
    }

    private static List<AdoptedPart> parts(Invocation call) {
        return AdoptedPart.run(call.arguments().get(0).text()).parts();
    }

    /** What was taken over, if it ended in a block of the channel. */
    Optional<Adoption> adopted(FabricBlock block) {
        return block.transactions().stream()
                .flatMap(each -> calls(each, Functions.ADOPTED).stream())
                .map(call -> CanonicalJson.read(call.answer().text(), Adoption.class))
                .findFirst();
    }

    private Optional<Invocation> calls(FabricTransaction transaction, String function) {
        return ours(transaction).filter(call -> call.function().equals(function));
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
