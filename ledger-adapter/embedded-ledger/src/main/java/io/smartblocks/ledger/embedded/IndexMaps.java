package io.smartblocks.ledger.embedded;

import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The tables of the index; none holds what the blocks say, each says where in them it stands.
 *
 * @param marks how far the index has come
 * @param states where the state under each key stands
 * @param history where earlier states stood, by key, block and byte
 * @param ids the serial of the transaction with an id
 * @param transactions batch, place and text of the transaction with a serial
 * @param requests the serial of the transaction that answered a request
 * @param lists the transactions of a signer or a family in one block
 */
record IndexMaps(
        MVStore store,
        MVMap<String, String> marks,
        MVMap<String, byte[]> states,
        MVMap<String, byte[]> history,
        MVMap<byte[], Long> ids,
        MVMap<Long, byte[]> transactions,
        MVMap<String, Long> requests,
        MVMap<String, byte[]> lists) {

    // room for the keys of some hundred thousand states, among which a sweep jumps about; in a large heap for more
    private static final int CACHED_MEBIBYTES =
            Math.max(48, (int) (Runtime.getRuntime().maxMemory() >> 20) / 16);

    // the store's other file systems close the file for everyone when one reading thread is interrupted
    private static final String UNHARMED_BY_INTERRUPTS = "async:";

    /** Opens the tables in a file, which nobody else may have open. */
    static IndexMaps in(Path file) {
        MVStore store = builder().fileName(UNHARMED_BY_INTERRUPTS + file).open();
        // room is used again at once: what a crash leaves behind is told from its seal and made again
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return of(store);
    }

    /** Opens a file only to read it. */
    static IndexMaps reading(Path file) {
        return of(builder().fileName(UNHARMED_BY_INTERRUPTS + file).readOnly().open());
    }

    /** Tables that are gone when they are closed. */
    static IndexMaps inMemory() {
        return of(builder().open());
    }

    private static MVStore.Builder builder() {
        return new MVStore.Builder()
                .cacheSize(CACHED_MEBIBYTES)
                .autoCommitDisabled()
                .autoCommitBufferSize(0);
    }

    private static IndexMaps of(MVStore store) {
        StringDataType text = StringDataType.INSTANCE;
        ByteArrayDataType bytes = ByteArrayDataType.INSTANCE;
        LongDataType number = LongDataType.INSTANCE;
        return new IndexMaps(
                store,
                open(store, "marks", text, text),
                open(store, "states", text, bytes),
                open(store, "history", text, bytes),
                open(store, "ids", bytes, number),
                open(store, "transactions", number, bytes),
                open(store, "requests", text, number),
                open(store, "lists", text, bytes));
    }

    private static <K, V> MVMap<K, V> open(MVStore store, String name, DataType<K> key, DataType<V> value) {
        return store.openMap(name, new MVMap.Builder<K, V>().keyType(key).valueType(value));
    }
}
