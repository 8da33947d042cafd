package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.TransactionPlace;

/** A transaction as the index knows it: its place in the order of all, and where its text stands. */
record IndexedTransaction(long serial, TransactionPlace at, TextPlace text) {

    private static final int BITS_WITHIN_BLOCK = 24;

    /** The number of a transaction in the order of all: its block's, then its own within the block. */
    static long serial(long block, int within) {
        return block << BITS_WITHIN_BLOCK | within;
    }

    static long blockOf(long serial) {
        return serial >>> BITS_WITHIN_BLOCK;
    }

    static IndexedTransaction of(long serial, byte[] packed) {
        Packed numbers = Packed.of(packed);
        long block = blockOf(serial);
        TransactionPlace at = new TransactionPlace(block, numbers.nextInt(), numbers.nextInt());
        return new IndexedTransaction(
                serial, at, new TextPlace(block, numbers.nextInt(), numbers.nextInt(), numbers.nextInt()));
    }

    static byte[] pack(BlockText block, BlockText.OfTransaction transaction) {
        int checksum = Frame.crc(block.content(), transaction.start(), transaction.length());
        return Packed.empty()
                .add(transaction.batch())
                .add(transaction.place())
                .add(transaction.start())
                .add(transaction.length())
                .add(Integer.toUnsignedLong(checksum))
                .bytes();
    }
}
