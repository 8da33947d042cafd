package io.smartblocks.ledger.fabric.migrate;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Holds what one ledger says against what another says: block by block, state by state, history by history. */
final class Comparing {

    private static final int AT_ONCE = 500;
    private static final String FIRST = "!";
    private static final String BEHIND_LAST = "~";

    private final Ledger before;
    private final Ledger now;

    Comparing(Ledger before, Ledger now) {
        this.before = before;
        this.now = now;
    }

    private record Line(long block, StateKey key, State state) {}

    /** The first blocks, as many as are named. */
    Compared blocks(long height, LongConsumer done) {
        Tally tally = new Tally();
        for (long number = 0; number < height; number++) {
            Block there = before.block(number).orElseThrow();
            Optional<Block> here = now.block(number);
            tally.add(
                    CanonicalJson.bytes(there), here.map(CanonicalJson::bytes).orElse(new byte[0]), "block " + number);
            done.accept(tally.number);
        }
        return tally.compared();
    }

    /** All that stands. */
    Compared states(LongConsumer done) {
        Tally tally = new Tally();
        String from = FIRST;
        while (true) {
            List<StandingState> there = before.standing(from, BEHIND_LAST, AT_ONCE);
            List<StandingState> here = now.standing(from, BEHIND_LAST, AT_ONCE);
            for (int i = 0; i < Math.max(there.size(), here.size()); i++) {
                StandingState named = i < there.size() ? there.get(i) : here.get(i);
                tally.add(text(there, i), text(here, i), "'" + named.key() + "'");
            }
            done.accept(tally.number);
            if (there.size() < AT_ONCE && here.size() < AT_ONCE) {
                return tally.compared();
            }
            from = behind(there.size() < here.size() ? here : there);
        }
    }

    // no key holds anything less than a blank
    private static String behind(List<StandingState> page) {
        return page.get(page.size() - 1).key().value() + " ";
    }

    private static byte[] text(List<StandingState> states, int place) {
        if (place >= states.size()) {
            return new byte[0];
        }
        StandingState state = states.get(place);
        return CanonicalJson.bytes(new Line(state.block(), state.key(), state.state()));
    }

    /** All that ever stood, under each key under which more than one thing did. */
    Compared histories(LongConsumer done) {
        Tally tally = new Tally();
        String from = FIRST;
        List<StandingState> page;
        do {
            page = before.standing(from, BEHIND_LAST, AT_ONCE);
            for (StandingState state : page) {
                List<StateVersion> there = before.history(state.key());
                if (there.size() > 1) {
                    tally.add(
                            text(state.key(), there),
                            text(state.key(), now.history(state.key())),
                            "the history of '" + state.key() + "'");
                    done.accept(tally.number);
                }
            }
            from = page.isEmpty() ? from : behind(page);
        } while (page.size() == AT_ONCE);
        return tally.compared();
    }

    private record Past(List<Line> versions) {}

    private static byte[] text(StateKey key, List<StateVersion> versions) {
        return CanonicalJson.bytes(new Past(versions.stream()
                .map(version -> new Line(version.block(), key, version.state()))
                .toList()));
    }

    /** Hashes both sides as they come, and remembers where they part. */
    private static final class Tally {

        private final MessageDigest there = Hash.sha256();
        private final MessageDigest here = Hash.sha256();
        private long number;
        private Optional<String> difference = Optional.empty();

        void add(byte[] before, byte[] now, String what) {
            there.update(before);
            here.update(now);
            number++;
            if (difference.isEmpty() && !Arrays.equals(before, now)) {
                difference = Optional.of(
                        now.length == 0
                                ? what + " is not on the channel"
                                : before.length == 0
                                        ? what + " is on the channel only"
                                        : what + " is another one on the channel");
            }
        }

        Compared compared() {
            return new Compared(number, Hash.ofDigest(there.digest()), Hash.ofDigest(here.digest()), difference);
        }
    }
}
