package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/** Makes blocks as an orderer and peers of Fabric make them. */
public final class Blocks {

    private Blocks() {}

    /** The block that the given one is followed by, signed by an orderer; its metadata have room for the peers' flags. */
    public static Block next(Block before, List<ByteString> envelopes, Credentials orderer) {
        return block(before.getHeader().getNumber() + 1, headerHash(before.getHeader()), envelopes, orderer);
    }

    /** Block 0 of a channel: who belongs to it. */
    public static Block configuration(String channel, List<String> organisations, String orderer, Instant time) {
        ConfigGroup.Builder application = ConfigGroup.newBuilder().putValues("Capabilities", capability("V2_5"));
        organisations.forEach(each -> application.putGroups(each, ConfigGroup.getDefaultInstance()));
        ConfigGroup group = ConfigGroup.newBuilder()
                .putValues("Capabilities", capability("V2_0"))
                .putGroups("Application", application.build())
                .putGroups(
                        "Orderer",
                        ConfigGroup.newBuilder()
                                .putGroups(orderer, ConfigGroup.getDefaultInstance())
                                .build())
                .build();
        ConfigEnvelope config = ConfigEnvelope.newBuilder()
                .setConfig(Config.newBuilder().setChannelGroup(group))
                .build();
        ByteString header = ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_VALUE)
                .setChannelId(channel)
                .setTimestamp(Timestamp.newBuilder().setSeconds(time.getEpochSecond()))
                .build()
                .toByteString();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder().setChannelHeader(header))
                .setData(config.toByteString())
                .build();
        Envelope envelope =
                Envelope.newBuilder().setPayload(payload.toByteString()).build();
        return block(0, ByteString.EMPTY, List.of(envelope.toByteString()), null);
    }

    private static ConfigValue capability(String name) {
        return ConfigValue.newBuilder()
                .setValue(Capabilities.newBuilder()
                        .putCapabilities(name, Capability.getDefaultInstance())
                        .build()
                        .toByteString())
                .build();
    }

    private static Block block(long number, ByteString previous, List<ByteString> data, Credentials orderer) {
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(number)
                .setPreviousHash(previous)
                .setDataHash(sha256(ByteString.copyFrom(data)))
                .build();
        Metadata.Builder signatures = Metadata.newBuilder();
        if (orderer != null) {
            ByteString signer = SignatureHeader.newBuilder()
                    .setCreator(orderer.serialized())
                    .build()
                    .toByteString();
            signatures.addSignatures(MetadataSignature.newBuilder()
                    .setSignatureHeader(signer)
                    .setSignature(orderer.sign(signer.concat(ByteString.copyFrom(der(header))))));
        }
        BlockMetadata.Builder metadata = BlockMetadata.newBuilder()
                .addMetadata(signatures.build().toByteString())
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.EMPTY)
                .addMetadata(ByteString.EMPTY);
        return Block.newBuilder()
                .setHeader(header)
                .setData(BlockData.newBuilder().addAllData(data))
                .setMetadata(metadata)
                .build();
    }

    /** The block with what the peers say of its transactions, and the hash of what they have in common behind it. */
    public static Block validated(Block block, byte[] flags, ByteString commitHash) {
        return block.toBuilder()
                .setMetadata(block.getMetadata().toBuilder()
                        .setMetadata(2, ByteString.copyFrom(flags))
                        .setMetadata(
                                4,
                                Metadata.newBuilder()
                                        .setValue(commitHash)
                                        .build()
                                        .toByteString()))
                .build();
    }

    public static ByteString headerHash(BlockHeader header) {
        return sha256(ByteString.copyFrom(der(header)));
    }

    private static byte[] der(BlockHeader header) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(header.getNumber()));
        parts.add(new DEROctetString(header.getPreviousHash().toByteArray()));
        parts.add(new DEROctetString(header.getDataHash().toByteArray()));
        try {
            return new DERSequence(parts).getEncoded("DER");
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ByteString sha256(ByteString bytes) {
        try {
            return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
