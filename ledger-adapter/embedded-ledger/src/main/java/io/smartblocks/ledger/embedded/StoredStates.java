package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands on a ledger, found in its files without opening it, also while a process writes to it. */
public final class StoredStates implements StateView {

    private final BlockPlaces places = new BlockPlaces();
    private final TreeMap<String, List<TextPlace>> versions = new TreeMap<>();

    private StoredStates() {}

    /**
     * Finds what the blocks that are whole now say.
     *
     * @throws LedgerDamaged when a block before the last write cannot be read
     */
    public static StoredStates in(Path directory) {
        StoredStates states = new StoredStates();
        StoredBlocks.in(directory).forEachPlaced(0, (segment, block) -> {
            states.take(segment, block);
            return true;
        });
        return states;
    }

    private void take(Segment segment, Found.Whole block) {
        if (segment.first() == block.number()) {
            places.begin(segment);
        }
        places.add(block.place());
        BlockText text = BlockText.of(block.number(), block.content());
        text.writes()
                .forEach(write -> versions.computeIfAbsent(write.key(), key -> new ArrayList<>(1))
                        .add(text.placeOf(write)));
    }

    /** How many blocks were whole. */
    public long height() {
        return places.height();
    }

    @Override
    public Optional<State> state(StateKey key) {
        return Optional.ofNullable(versions.get(key.value())).map(found -> read(key, last(found)));
    }

    @Override
    public List<StateEntry> states(String prefix) {
        List<StateEntry> found = new ArrayList<>();
        for (Map.Entry<String, List<TextPlace>> each :
                versions.tailMap(prefix, true).entrySet()) {
            if (!each.getKey().startsWith(prefix)) {
                break;
            }
            StateKey key = new StateKey(each.getKey());
            found.add(new StateEntry(key, read(key, last(each.getValue()))));
        }
        return found;
    }

    /** All that ever stood under the key, oldest first. */
    public List<StateVersion> history(StateKey key) {
        return versions.getOrDefault(key.value(), List.of()).stream()
                .map(place -> new StateVersion(place.block(), read(key, place)))
                .toList();
    }

    private static TextPlace last(List<TextPlace> places) {
        return places.get(places.size() - 1);
    }

    private State read(StateKey key, TextPlace place) {
        try {
            String text = new String(BlockFiles.text(place, places), StandardCharsets.UTF_8);
            StateEntry entry = CanonicalJson.read(text, StateEntry.class);
            if (entry.key().equals(key)) {
                return entry.state();
            }
            throw new LedgerDamaged(
                    "block " + place.block() + " was replaced while it was read; '" + key + "' no longer stands there");
        } catch (MalformedJson malformed) {
            throw new LedgerDamaged(
                    "block " + place.block() + " does not say what stands under '" + key + "'; run 'ledger verify'",
                    malformed);
        }
    }
}
