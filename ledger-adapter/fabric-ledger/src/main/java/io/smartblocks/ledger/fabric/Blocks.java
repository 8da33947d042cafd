package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import io.smartblocks.ledger.port.Following;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import java.util.Optional;
import org.hyperledger.fabric.client.GatewayException;

/** The ledger's blocks, and those of the channel that hold them, read again from its peers. */
final class Blocks {

    private final Peers peers;
    private final Chain chain;
    private final Presence presence;
    private final AdoptedBlocks adopted;

    Blocks(Peers peers, Chain chain, Presence presence, AdoptedIndex index, PortBlocks reading) {
        this.peers = peers;
        this.chain = chain;
        this.presence = presence;
        this.adopted = new AdoptedBlocks(index, reading, this::channel);
    }

    Optional<Block> block(long number) {
        return stands(number) ? Optional.of(read(number)) : Optional.empty();
    }

    BlockStream from(long number) {
        return new Following(chain.progress(), this::read, number);
    }

    /** The channel's block that the ledger's block is made of; of one that was taken over, the first that carried some of it. */
    Optional<FabricBlock> channelBlock(long number) {
        return stands(number)
                ? Optional.of(channel(
                        tookOver(number)
                                ? adopted.first(number)
                                : chain.numbering().channel(number)))
                : Optional.empty();
    }

    /** The channel's transaction that carried a batch. */
    Optional<Carrier> carrier(long number, int batch) {
        if (stands(number) && tookOver(number)) {
            return adopted.carrier(number, batch);
        }
        return channelBlock(number)
                .flatMap(block -> chain.carriers(block).stream()
                        .skip(batch)
                        .findFirst()
                        .map(carrier -> new Carrier(block.number(), block.hash(), carrier)));
    }

    private boolean stands(long number) {
        if (number >= chain.height() && !presence.caughtUp()) {
            throw LedgerUnavailable.nothingTaken(
                    Stage.PROPOSED,
                    "block " + number + " is not known yet: "
                            + presence.trouble().orElse(""));
        }
        return number >= 0 && number < chain.height();
    }

    private boolean tookOver(long number) {
        return number < chain.numbering().adopted();
    }

    private Block read(long number) {
        return tookOver(number)
                ? adopted.block(number)
                : chain.recent(number)
                        .orElseGet(() -> chain.again(fetched(chain.numbering().channel(number))));
    }

    private FabricBlock channel(long number) {
        FabricBlock block = fetched(number);
        chain.requireKnown(block);
        return block;
    }

    private FabricBlock fetched(long number) {
        try {
            return FabricBlock.read(peers.block(number));
        } catch (GatewayException failed) {
            throw LedgerUnavailable.nothingTaken(
                    Stage.PROPOSED,
                    "the channel's block " + number + " cannot be read: " + Failures.text(failed),
                    failed);
        }
    }
}
