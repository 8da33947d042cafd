package io.smartblocks.ledger.meter.edge;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MalformedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an edge must know of the ledger to go on without it, as it stood when the ledger was last seen: its id, its meters and
 * the signer. Readings are not among it.
 */
public final class RememberedLedger implements StateView {

    private static final String METERS = "meter/";

    private final List<StateEntry> states;

    private RememberedLedger(List<StateEntry> states) {
        this.states = List.copyOf(states);
    }

    private record Kept(List<StateEntry> states) {}

    /** What is to be known of the ledger by whoever signs as the member. */
    public static RememberedLedger of(StateView ledger, MemberId signer) {
        List<StateEntry> states = new ArrayList<>();
        for (StateKey key : List.of(StateKey.ledger(), StateKey.member(signer))) {
            ledger.state(key).ifPresent(state -> states.add(new StateEntry(key, state)));
        }
        states.addAll(ledger.states(METERS));
        return new RememberedLedger(states);
    }

    /** The id of a ledger, or of what is remembered of it. */
    public static LedgerId id(StateView ledger) {
        return ledger.state(StateKey.ledger(), LedgerState.class)
                .map(LedgerState::id)
                .orElse(LedgerId.NONE);
    }

    /** What was kept in the file; empty where none was. */
    public static Optional<RememberedLedger> in(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(new RememberedLedger(CanonicalJson.read(Files.readString(file), Kept.class)
                            .states()))
                    : Optional.empty();
        } catch (IOException | MalformedJson e) {
            throw new IllegalStateException(
                    "What was remembered of the ledger cannot be read from '" + file
                            + "'; delete the file: it is made anew when the ledger is there",
                    e);
        }
    }

    /** Keeps it in the file, in place of what was remembered before. */
    public void keepIn(Path file) {
        byte[] text = CanonicalJson.write(new Kept(states)).getBytes(StandardCharsets.UTF_8);
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "What is to be remembered of the ledger cannot be kept in '" + file + "'", e);
        }
    }

    @Override
    public Optional<State> state(StateKey key) {
        return states.stream()
                .filter(entry -> entry.key().equals(key))
                .map(StateEntry::state)
                .findFirst();
    }

    @Override
    public List<StateEntry> states(String prefix) {
        return states.stream()
                .filter(entry -> entry.key().value().startsWith(prefix))
                .toList();
    }
}
