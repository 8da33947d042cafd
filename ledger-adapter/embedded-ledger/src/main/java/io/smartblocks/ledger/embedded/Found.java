package io.smartblocks.ledger.embedded;

/** What a walk through a file of blocks comes upon. */
sealed interface Found {

    /** The block that stands, or should stand, here. */
    long number();

    /** Where in the file it begins. */
    int place();

    /** A block whose checksum is right. */
    record Whole(long number, int place, byte[] content) implements Found {}

    /** A block whose frame is right and whose bytes are not. */
    record BadContent(long number, int place, Frame frame, byte[] content) implements Found {}

    /** A place where a block should begin and none can be recognised, up to the next that can. */
    record BadFrame(long number, int place, int next) implements Found {}

    /** The last write of the file, which was not finished. */
    record Unfinished(long number, int place) implements Found {}
}
