package io.smartblocks.ledger.fabric.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;

/** Reads messages of Fabric, saying which one could not be read. */
final class Parsing {

    private final String where;

    Parsing(String where) {
        this.where = where;
    }

    String where() {
        return where;
    }

    <T> T read(Parser<T> parser, ByteString bytes, String what) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException malformed) {
            throw new MalformedBlock(where, "its " + what + " cannot be read: " + malformed.getMessage(), malformed);
        }
    }

    MalformedBlock malformed(String what) {
        return new MalformedBlock(where, what);
    }
}
