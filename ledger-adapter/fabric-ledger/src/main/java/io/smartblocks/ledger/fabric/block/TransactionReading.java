package io.smartblocks.ledger.fabric.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/** Reads one transaction of a block; what the peers called invalid may be anything. */
final class TransactionReading {

    private TransactionReading() {}

    static FabricTransaction read(ByteString bytes, int place, String validation, Parsing parsing) {
        try {
            return readable(bytes, place, validation, parsing);
        } catch (MalformedBlock malformed) {
            if (validation.equals(FabricTransaction.VALID)) {
                throw malformed;
            }
            return new FabricTransaction(
                    place,
                    "",
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    validation,
                    new Content.Unread(malformed.getMessage()));
        }
    }

    private static FabricTransaction readable(ByteString bytes, int place, String validation, Parsing parsing) {
        Envelope envelope = parsing.read(Envelope.parser(), bytes, "envelope");
        Payload payload = parsing.read(Payload.parser(), envelope.getPayload(), "payload");
        ChannelHeader header =
                parsing.read(ChannelHeader.parser(), payload.getHeader().getChannelHeader(), "channel header");
        SignatureHeader signature =
                parsing.read(SignatureHeader.parser(), payload.getHeader().getSignatureHeader(), "signature header");
        HeaderType type = HeaderType.forNumber(header.getType());
        return new FabricTransaction(
                place,
                header.getTxId(),
                type == null ? "TYPE_" + header.getType() : type.name(),
                header.getChannelId(),
                header.hasTimestamp() ? Optional.of(time(header.getTimestamp(), parsing)) : Optional.empty(),
                signature.getCreator().isEmpty()
                        ? Optional.empty()
                        : Optional.of(IdentityReading.read(signature.getCreator(), parsing, "creator")),
                validation,
                content(type, payload, parsing));
    }

    private static Content content(HeaderType type, Payload payload, Parsing parsing) {
        if (type == HeaderType.ENDORSER_TRANSACTION) {
            return InvocationReading.read(payload.getData(), parsing);
        }
        if (type == HeaderType.CONFIG) {
            return ConfigurationReading.read(payload.getData(), parsing);
        }
        return new Content.Unread("transactions of this type are not read");
    }

    private static Instant time(Timestamp timestamp, Parsing parsing) {
        try {
            return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
        } catch (DateTimeException | ArithmeticException beyond) {
            throw new MalformedBlock(
                    parsing.where(), "its time lies " + timestamp.getSeconds() + " seconds from 1970", beyond);
        }
    }
}
