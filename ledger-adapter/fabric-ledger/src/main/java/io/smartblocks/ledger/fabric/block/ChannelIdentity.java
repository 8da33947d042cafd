package io.smartblocks.ledger.fabric.block;

import io.smartblocks.ledger.proof.Hash;

/**
 * Whoever signed something on the channel.
 *
 * @param msp the membership provider that knows it, such as {@code EscoMSP}
 * @param subject the name in its certificate, such as {@code CN=peer0,OU=peer}
 * @param certificate the hash of the certificate's bytes (DER), by which certificates of one name are told apart
 */
public record ChannelIdentity(String msp, String subject, Hash certificate) {}
