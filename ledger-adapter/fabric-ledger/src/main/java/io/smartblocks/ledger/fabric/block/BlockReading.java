package io.smartblocks.ledger.fabric.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.smartblocks.ledger.proof.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Reads a block and checks it against its own header. */
final class BlockReading {

    private static final int HASH_SIZE = 32;

    private final Block block;
    private final Parsing parsing;

    private BlockReading(Block block) {
        this.block = block;
        this.parsing =
                new Parsing("block " + Long.toUnsignedString(block.getHeader().getNumber()));
    }

    static FabricBlock read(byte[] bytes) {
        try {
            Block block = Block.parseFrom(bytes);
            if (!block.hasHeader() || !block.hasData()) {
                throw new MalformedBlock(bytes.length + " bytes", "are no block of Fabric: header or data are missing");
            }
            return new BlockReading(block).read();
        } catch (InvalidProtocolBufferException malformed) {
            throw new MalformedBlock(
                    bytes.length + " bytes", "are no block of Fabric: " + malformed.getMessage(), malformed);
        }
    }

    private FabricBlock read() {
        BlockHeader header = block.getHeader();
        if (header.getNumber() < 0) {
            throw parsing.malformed("its number is too large");
        }
        return new FabricBlock(
                header.getNumber(),
                HeaderHash.of(header),
                previous(header),
                checkedDataHash(header),
                commitHash(),
                orderers(),
                block.getData().getDataList().stream()
                        .mapToLong(ByteString::size)
                        .sum(),
                transactions());
    }

    private Optional<Hash> previous(BlockHeader header) {
        if (header.getNumber() == 0 && header.getPreviousHash().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(hash(header.getPreviousHash(), "previous hash"));
    }

    private Hash checkedDataHash(BlockHeader header) {
        Hash said = hash(header.getDataHash(), "data hash");
        Hash is = Hash.of(ByteString.copyFrom(block.getData().getDataList()).toByteArray());
        if (!is.equals(said)) {
            throw parsing.malformed("its data have the hash " + is + ", but its header says " + said
                    + ": it was changed after it was made; ask another peer for it");
        }
        return is;
    }

    private Hash hash(ByteString bytes, String what) {
        if (bytes.size() != HASH_SIZE) {
            throw parsing.malformed("its " + what + " has " + bytes.size() + " bytes; expected " + HASH_SIZE);
        }
        return Hash.ofDigest(bytes.toByteArray());
    }

    private ByteString metadata(int place) {
        return place < block.getMetadata().getMetadataCount()
                ? block.getMetadata().getMetadata(place)
                : ByteString.EMPTY;
    }

    private Optional<Hash> commitHash() {
        ByteString bytes = metadata(BlockMetadataIndex.COMMIT_HASH_VALUE);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        Metadata metadata = parsing.read(Metadata.parser(), bytes, "commit hash");
        return metadata.getValue().isEmpty() ? Optional.empty() : Optional.of(hash(metadata.getValue(), "commit hash"));
    }

    private List<ChannelIdentity> orderers() {
        Metadata metadata =
                parsing.read(Metadata.parser(), metadata(BlockMetadataIndex.SIGNATURES_VALUE), "orderers' signatures");
        List<ChannelIdentity> orderers = new ArrayList<>();
        for (MetadataSignature signature : metadata.getSignaturesList()) {
            SignatureHeader header = parsing.read(
                    SignatureHeader.parser(), signature.getSignatureHeader(), "orderer's signature header");
            // orderers of newer Fabric name themselves by a number of the configuration instead
            if (!header.getCreator().isEmpty()) {
                orderers.add(IdentityReading.read(header.getCreator(), parsing, "orderer"));
            }
        }
        return orderers;
    }

    private List<FabricTransaction> transactions() {
        List<ByteString> data = block.getData().getDataList();
        ByteString flags = metadata(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE);
        boolean first = block.getHeader().getNumber() == 0;
        if (flags.size() != data.size() && !(first && flags.isEmpty())) {
            throw parsing.malformed("it tells of " + flags.size() + " transactions whether they are valid, and holds "
                    + data.size() + "; expected it from a peer, not from an orderer");
        }
        List<FabricTransaction> transactions = new ArrayList<>(data.size());
        for (int place = 0; place < data.size(); place++) {
            String validation = flags.isEmpty() ? FabricTransaction.VALID : validation(flags.byteAt(place));
            transactions.add(TransactionReading.read(
                    data.get(place), place, validation, new Parsing(parsing.where() + ", transaction " + place)));
        }
        return transactions;
    }

    private static String validation(byte flag) {
        TxValidationCode code = TxValidationCode.forNumber(flag & 0xff);
        return code == null ? "CODE_" + (flag & 0xff) : code.name();
    }
}
