package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.TransactionPlace;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Lists transactions from the tables of the index, newest first. */
final class IndexListing {

    private final IndexMaps maps;

    IndexListing(IndexMaps maps) {
        this.maps = maps;
    }

    List<IndexedTransaction> list(TransactionFilter filter, Optional<TransactionPlace> before, int atMost) {
        long below = before.map(this::serialOf).orElse(Long.MAX_VALUE);
        List<Long> serials = new ArrayList<>();
        if (filter instanceof TransactionFilter.SignedBy signed) {
            inList(IndexFilling.SIGNER + signed.signer(), below, atMost, serials);
        } else if (filter instanceof TransactionFilter.OfFamily family) {
            inList(IndexFilling.FAMILY + family.family(), below, atMost, serials);
        } else if (filter instanceof TransactionFilter.Wrote wrote) {
            writers(wrote.key().value(), below, atMost, serials);
        } else {
            any(below, atMost, serials);
        }
        return serials.stream().map(this::indexed).toList();
    }

    private void any(long below, int atMost, List<Long> serials) {
        Long serial = maps.transactions().lowerKey(below);
        while (serial != null && serials.size() < atMost) {
            serials.add(serial);
            serial = maps.transactions().lowerKey(serial);
        }
    }

    private void inList(String list, long below, int atMost, List<Long> serials) {
        String prefix = list + IndexFilling.END;
        String entry = maps.lists().floorKey(IndexFilling.inBlock(list, IndexedTransaction.blockOf(below)));
        while (entry != null && entry.startsWith(prefix) && serials.size() < atMost) {
            long block = Long.parseLong(entry.substring(prefix.length()), 16);
            addNewestFirst(inBlock(block, Packed.of(maps.lists().get(entry))), below, atMost, serials);
            entry = maps.lists().lowerKey(entry);
        }
    }

    private static List<Long> inBlock(long block, Packed distances) {
        List<Long> serials = new ArrayList<>();
        int within = 0;
        while (distances.hasNext()) {
            within += distances.nextInt();
            serials.add(IndexedTransaction.serial(block, within));
        }
        return serials;
    }

    private static void addNewestFirst(List<Long> ascending, long below, int atMost, List<Long> serials) {
        for (int i = ascending.size() - 1; i >= 0 && serials.size() < atMost; i--) {
            if (ascending.get(i) < below) {
                serials.add(ascending.get(i));
            }
        }
    }

    private void writers(String key, long below, int atMost, List<Long> serials) {
        byte[] current = maps.states().get(key);
        Optional<TextPlace> place = Optional.ofNullable(current).map(TextPlace::of);
        while (place.isPresent() && serials.size() < atMost) {
            addNewestFirst(batchOf(place.get()), below, atMost, serials);
            place = versionBefore(key, place.get());
        }
    }

    private Optional<TextPlace> versionBefore(String key, TextPlace place) {
        String prefix = key + IndexFilling.END;
        String entry = maps.history().lowerKey(IndexFilling.version(key, place));
        return entry != null && entry.startsWith(prefix)
                ? Optional.of(TextPlace.of(maps.history().get(entry)))
                : Optional.empty();
    }

    /** The transactions of the batch whose writes hold this one: the last batch that begins before it. */
    private List<Long> batchOf(TextPlace write) {
        List<Long> batch = new ArrayList<>();
        int number = -1;
        for (IndexedTransaction each : ofBlock(write.block())) {
            if (each.text().start() > write.start()) {
                break;
            }
            if (each.at().batch() != number) {
                batch.clear();
                number = each.at().batch();
            }
            batch.add(each.serial());
        }
        return batch;
    }

    private List<IndexedTransaction> ofBlock(long block) {
        List<IndexedTransaction> all = new ArrayList<>();
        Iterator<Long> serials = maps.transactions().keyIterator(IndexedTransaction.serial(block, 0));
        while (serials.hasNext()) {
            long serial = serials.next();
            if (IndexedTransaction.blockOf(serial) != block) {
                break;
            }
            all.add(indexed(serial));
        }
        return all;
    }

    private long serialOf(TransactionPlace place) {
        return ofBlock(place.block()).stream()
                .filter(each -> each.at().equals(place))
                .mapToLong(IndexedTransaction::serial)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no transaction at " + place));
    }

    private IndexedTransaction indexed(long serial) {
        return IndexedTransaction.of(serial, maps.transactions().get(serial));
    }
}
