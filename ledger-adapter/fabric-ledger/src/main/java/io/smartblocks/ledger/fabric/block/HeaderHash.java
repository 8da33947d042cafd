package io.smartblocks.ledger.fabric.block;

import io.smartblocks.ledger.proof.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockHeader;

/** The hash of a block's header: over number, previous hash and data hash in DER. */
final class HeaderHash {

    private HeaderHash() {}

    static Hash of(BlockHeader header) {
        ASN1Encodable[] parts = {
            new ASN1Integer(new BigInteger(Long.toUnsignedString(header.getNumber()))),
            new DEROctetString(header.getPreviousHash().toByteArray()),
            new DEROctetString(header.getDataHash().toByteArray())
        };
        try {
            return Hash.of(new DERSequence(parts).getEncoded(ASN1Encoding.DER));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
