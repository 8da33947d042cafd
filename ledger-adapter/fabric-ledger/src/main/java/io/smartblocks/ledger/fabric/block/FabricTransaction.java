package io.smartblocks.ledger.fabric.block;

import java.time.Instant;
import java.util.Optional;

/**
 * A transaction as it stands in a block of a channel, whether it holds or not.
 *
 * @param place its place in the block, from 0
 * @param id as whoever asked for it made it; empty for configurations
 * @param type such as {@code ENDORSER_TRANSACTION} or {@code CONFIG}
 * @param channel the channel that it names
 * @param claimedAt the time that whoever asked for it claims
 * @param creator who asked for it; none for the first configuration
 * @param validation what the peers said of it, such as {@code VALID} or {@code MVCC_READ_CONFLICT}
 */
public record FabricTransaction(
        int place,
        String id,
        String type,
        String channel,
        Optional<Instant> claimedAt,
        Optional<ChannelIdentity> creator,
        String validation,
        Content content) {

    static final String VALID = "VALID";

    /** Whether it counts. */
    public boolean valid() {
        return validation.equals(VALID);
    }

    /** The call that it is, if it is one. */
    public Optional<Content.Invocation> invocation() {
        return content instanceof Content.Invocation invocation ? Optional.of(invocation) : Optional.empty();
    }
}
