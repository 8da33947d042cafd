package io.smartblocks.ledger.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.nio.charset.StandardCharsets;

/** Reads what peers answer. */
final class Messages {

    private Messages() {}

    static <T> T read(Parser<T> parser, byte[] bytes, String what) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("the peer's " + what + " cannot be read", malformed);
        }
    }

    static <T> T read(Class<T> type, byte[] json) {
        return CanonicalJson.read(new String(json, StandardCharsets.UTF_8), type);
    }
}
