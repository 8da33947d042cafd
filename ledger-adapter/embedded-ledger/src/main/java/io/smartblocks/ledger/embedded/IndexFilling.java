package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.proof.Hash;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Enters blocks into the tables of the index, one after another. */
final class IndexFilling {

    /** Stands behind a key in a compound one; no key, signer or request holds it. */
    static final char END = '\n';

    static final String SIGNER = "signer" + END;
    static final String FAMILY = "family" + END;

    private static final HexFormat HEX = HexFormat.of();
    private static final int DIGITS_OF_BLOCK = 12;
    private static final String HEIGHT = "height";
    private static final String LAST_HASH = "last-hash";

    private final IndexMaps maps;
    private long uncommitted;

    IndexFilling(IndexMaps maps) {
        this.maps = maps;
    }

    long height() {
        return Long.parseLong(maps.marks().getOrDefault(HEIGHT, "0"));
    }

    String lastHash() {
        return maps.marks().getOrDefault(LAST_HASH, Hash.NONE.value());
    }

    long uncommitted() {
        return uncommitted;
    }

    void commit() {
        maps.store().commit();
        maps.store().sync();
        uncommitted = 0;
    }

    void apply(BlockText block) {
        block.writes().forEach(write -> enter(write, block));
        for (int i = 0; i < block.transactions().size(); i++) {
            BlockText.OfTransaction transaction = block.transactions().get(i);
            long serial = IndexedTransaction.serial(block.number(), i);
            maps.ids().put(transaction.id().value().bytes(), serial);
            maps.transactions().put(serial, IndexedTransaction.pack(block, transaction));
            maps.requests().put(request(transaction.signer(), transaction.requestKey()), serial);
        }
        lists(block.transactions())
                .forEach((list, places) -> maps.lists().put(inBlock(list, block.number()), places.bytes()));
        maps.marks().put(HEIGHT, Long.toString(block.number() + 1));
        maps.marks().put(LAST_HASH, block.hash().value());
        uncommitted += block.transactions().size();
    }

    private void enter(BlockText.OfWrite write, BlockText block) {
        byte[] before = maps.states().put(write.key(), block.placeOf(write).packed());
        if (before != null) {
            TextPlace place = TextPlace.of(before);
            maps.history().put(version(write.key(), place), before);
        }
    }

    /** For each signer and family, which transactions of a block are its own: the distance of each from the one before. */
    static Map<String, Packed> lists(List<BlockText.OfTransaction> transactions) {
        Map<String, Packed> lists = new TreeMap<>();
        Map<String, Integer> last = new TreeMap<>();
        for (int i = 0; i < transactions.size(); i++) {
            for (String list : List.of(
                    SIGNER + transactions.get(i).signer(),
                    FAMILY + transactions.get(i).family())) {
                lists.computeIfAbsent(list, name -> Packed.empty()).add(i - last.getOrDefault(list, 0));
                last.put(list, i);
            }
        }
        return lists;
    }

    static String request(String signer, String key) {
        return signer + ' ' + key;
    }

    static String version(String key, TextPlace place) {
        return key + END + hex(place.block()) + HEX.toHexDigits(place.start());
    }

    static String inBlock(String list, long block) {
        return list + END + hex(block);
    }

    private static String hex(long block) {
        return HEX.toHexDigits(block, DIGITS_OF_BLOCK);
    }
}
