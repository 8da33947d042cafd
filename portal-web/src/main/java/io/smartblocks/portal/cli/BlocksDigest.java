package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.embedded.StoredBlocks.Stored;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of the bytes of blocks, one behind the other. */
final class BlocksDigest {

    private final MessageDigest digest;

    BlocksDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** That of the first blocks of a ledger, or of those that there are. */
    static String ofFirst(long count, StoredBlocks blocks) {
        BlocksDigest first = new BlocksDigest();
        blocks.forEach(0, stored -> {
            if (stored.number() < count) {
                first.add(stored);
            }
            return stored.number() + 1 < count;
        });
        return first.value();
    }

    void add(Stored block) {
        digest.update(block.content());
    }

    /** In hexadecimal digits, of all that were added; none can be added afterwards. */
    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
