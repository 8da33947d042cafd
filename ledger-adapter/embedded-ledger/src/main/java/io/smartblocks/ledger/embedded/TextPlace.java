package io.smartblocks.ledger.embedded;

/** Where in a block a part of its text stands, and the CRC32C of the part, by which a reader knows it again. */
record TextPlace(long block, int start, int length, int checksum) {

    byte[] packed() {
        return Packed.empty()
                .add(block)
                .add(start)
                .add(length)
                .add(Integer.toUnsignedLong(checksum))
                .bytes();
    }

    static TextPlace of(byte[] packed) {
        Packed numbers = Packed.of(packed);
        return new TextPlace(numbers.next(), numbers.nextInt(), numbers.nextInt(), numbers.nextInt());
    }

    boolean fits(byte[] text) {
        return text.length == length && Frame.crc(text, 0, length) == checksum;
    }
}
