package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where in a block's text its transactions and writes stand, and by what they are found.
 *
 * @param number the block's number
 * @param content the block's canonical text
 * @param hash the hash of its header
 * @param transactions all of them, batch after batch
 * @param writes all of them, batch after batch
 */
record BlockText(long number, byte[] content, Hash hash, List<OfTransaction> transactions, List<OfWrite> writes) {

    /** A transaction and the bytes that it takes. */
    record OfTransaction(
            int batch,
            int place,
            int start,
            int length,
            TransactionId id,
            String signer,
            String requestKey,
            String family) {}

    /** A write with its key and the bytes that it takes. */
    record OfWrite(int batch, String key, int start, int length) {}

    static BlockText of(long number, byte[] content) {
        try {
            return new Reading(content).read(number);
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new LedgerDamaged("block " + number + " is not canonical: " + broken.getMessage(), broken);
        }
    }

    TextPlace placeOf(OfWrite write) {
        return new TextPlace(number, write.start(), write.length(), Frame.crc(content, write.start(), write.length()));
    }

    /** One pass over the text. */
    private static final class Reading {

        private final byte[] content;
        private final JsonWalk walk;
        private final List<OfTransaction> transactions = new ArrayList<>();
        private final List<OfWrite> writes = new ArrayList<>();
        private Hash hash = Hash.NONE;
        private int batch;
        private int place;
        private String id = "";
        private String signer = "";
        private String requestKey = "";
        private String type = "";
        private String key = "";

        Reading(byte[] content) {
            this.content = content;
            this.walk = new JsonWalk(content);
        }

        BlockText read(long number) {
            walk.object(name -> {
                switch (name) {
                    case "batches" -> walk.array(this::batch);
                    case "header" -> header();
                    default -> walk.skip();
                }
            });
            return new BlockText(number, content, hash, transactions, writes);
        }

        private void header() {
            int start = walk.at();
            walk.skip();
            hash = Hash.of(Arrays.copyOfRange(content, start, walk.at()));
        }

        private void batch() {
            place = 0;
            walk.object(name -> walk.array(name.equals("transactions") ? this::transaction : this::write));
            batch++;
        }

        private void transaction() {
            int start = walk.at();
            walk.object(name -> {
                switch (name) {
                    case "body" -> walk.object(this::bodyField);
                    case "id" -> id = walk.string();
                    default -> walk.skip();
                }
            });
            int length = walk.at() - start;
            String family = FamilyNames.of(type, content, start, length);
            transactions.add(
                    new OfTransaction(batch, place++, start, length, TransactionId.of(id), signer, requestKey, family));
        }

        private void bodyField(String name) {
            switch (name) {
                case "payload" -> walk.object(this::payloadField);
                case "signer" -> signer = walk.string();
                case "requestKey" -> requestKey = walk.string();
                default -> walk.skip();
            }
        }

        private void payloadField(String name) {
            if (name.equals("type")) {
                type = walk.string();
            } else {
                walk.skip();
            }
        }

        private void write() {
            int start = walk.at();
            walk.object(name -> {
                if (name.equals("key")) {
                    key = walk.string();
                } else {
                    walk.skip();
                }
            });
            writes.add(new OfWrite(batch, key, start, walk.at() - start));
        }
    }
}
