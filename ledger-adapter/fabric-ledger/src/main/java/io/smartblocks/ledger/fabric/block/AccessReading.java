package io.smartblocks.ledger.fabric.block;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/** Reads which keys a call read and wrote. */
final class AccessReading {

    private AccessReading() {}

    static List<NamespaceAccess> read(ByteString results, Parsing parsing) {
        return parsing.read(TxReadWriteSet.parser(), results, "reads and writes").getNsRwsetList().stream()
                .map(each -> namespace(each, parsing))
                .toList();
    }

    private static NamespaceAccess namespace(NsReadWriteSet set, Parsing parsing) {
        KVRWSet keys =
                parsing.read(KVRWSet.parser(), set.getRwset(), "reads and writes of '" + set.getNamespace() + "'");
        return new NamespaceAccess(
                set.getNamespace(),
                keys.getReadsList().stream().map(AccessReading::read).toList(),
                keys.getRangeQueriesInfoList().stream()
                        .map(AccessReading::range)
                        .toList(),
                keys.getWritesList().stream().map(AccessReading::write).toList(),
                keys.getMetadataWritesList().stream()
                        .map(AccessReading::metadata)
                        .toList(),
                set.getCollectionHashedRwsetList().stream()
                        .map(CollectionHashedReadWriteSet::getCollectionName)
                        .toList());
    }

    private static KeyRead read(KVRead read) {
        return new KeyRead(
                read.getKey(),
                read.hasVersion()
                        ? Optional.of(new Version(
                                read.getVersion().getBlockNum(),
                                read.getVersion().getTxNum()))
                        : Optional.empty());
    }

    private static RangeRead range(RangeQueryInfo range) {
        return new RangeRead(
                range.getStartKey(),
                range.getEndKey(),
                range.getItrExhausted(),
                range.getRawReads().getKvReadsList().stream()
                        .map(AccessReading::read)
                        .toList());
    }

    private static KeyWrite write(KVWrite write) {
        return new KeyWrite(
                write.getKey(), write.getIsDelete() ? Optional.empty() : Optional.of(new Octets(write.getValue())));
    }

    private static KeyMetadata metadata(KVMetadataWrite write) {
        return new KeyMetadata(
                write.getKey(),
                write.getEntriesList().stream()
                        .collect(Collectors.toMap(
                                KVMetadataEntry::getName,
                                entry -> new Octets(entry.getValue()),
                                (one, later) -> later)));
    }
}
