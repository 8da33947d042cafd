package io.smartblocks.ledger.embedded;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What stands before each block in a file: the length of the block's bytes, its number, their CRC32C, and the CRC32C of
 * these three, so that a damaged length is told from an unfinished write.
 */
record Frame(int length, long number, int checksum) {

    static final int SIZE = 20;
    private static final int CHECKED = 16;

    static Frame of(long number, byte[] content) {
        return new Frame(content.length, number, crc(content, 0, content.length));
    }

    ByteBuffer with(byte[] content) {
        ByteBuffer record = ByteBuffer.allocate(SIZE + content.length);
        record.putInt(length).putLong(number).putInt(checksum);
        record.putInt(crc(record.array(), 0, CHECKED));
        return record.put(content).flip();
    }

    /** The frame at the place; empty when its own checksum is wrong. */
    static Optional<Frame> at(ByteBuffer file, int place) {
        if (file.limit() - place < SIZE) {
            return Optional.empty();
        }
        byte[] bytes = new byte[SIZE];
        file.get(place, bytes);
        ByteBuffer frame = ByteBuffer.wrap(bytes);
        Frame read = new Frame(frame.getInt(), frame.getLong(), frame.getInt());
        boolean whole = crc(bytes, 0, CHECKED) == frame.getInt() && read.length > 0;
        return whole ? Optional.of(read) : Optional.empty();
    }

    boolean fits(byte[] content) {
        return content.length == length && crc(content, 0, length) == checksum;
    }

    static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
