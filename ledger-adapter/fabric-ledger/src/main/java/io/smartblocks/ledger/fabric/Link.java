package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.proof.Hash;
import java.time.Instant;

/**
 * What is kept of a block that the next one rests on.
 *
 * @param channelHash the hash of Fabric's header
 * @param hash the hash of the port's header
 * @param time the time of the block
 */
record Link(Hash channelHash, Hash hash, Instant time) {}
