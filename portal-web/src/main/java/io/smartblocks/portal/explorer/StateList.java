package io.smartblocks.portal.explorer;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.readmodel.BlockSummary;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.explorer.Said.Pair;
import io.smartblocks.portal.member.Reach;
import io.smartblocks.portal.words.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands on the ledger now, by key, as far as a reader may see it. */
@Component
class StateList {

    private static final int SHOWN_FIELDS = 3;
    private static final int SHOWN_LETTERS = 80;

    /** One state: where it stands, its value in a few words, and when it last changed. */
    record Row(
            String key, String link, String kind, String icon, String value, long block, Optional<Instant> changed) {}

    private final Ledger ledger;
    private final ReadModel read;
    private final VisibleStates access;
    private final StateWords words;
    private final Words say;

    StateList(Ledger ledger, ReadModel read, VisibleStates access, StateWords words, Words say) {
        this.ledger = ledger;
        this.read = read;
        this.access = access;
        this.words = words;
        this.say = say;
    }

    /** What a filter asks for, as far as a reader may see it. */
    Asked asked(Account reader, StateFilter filter) {
        return new Asked(access.asked(reader, filter));
    }

    /** The states of some keys. */
    final class Asked {

        private final AskedKeys keys;

        private Asked(AskedKeys keys) {
            this.keys = keys;
        }

        /** The first so many of them, from behind a key on. */
        List<Row> rows(String after, int atMost) {
            Map<Long, Optional<Instant>> times = new HashMap<>();
            return keys.standing(ledger, after, atMost).stream()
                    .map(state -> row(state, times.computeIfAbsent(state.block(), StateList.this::time)))
                    .toList();
        }
    }

    private Optional<Instant> time(long block) {
        return read.chain().block(block).map(BlockSummary::time);
    }

    private Row row(StandingState standing, Optional<Instant> changed) {
        return new Row(
                standing.key().value(),
                StateAddress.of(standing.key()),
                say.message("kind." + standing.key().kind()),
                StateKinds.icon(standing.key().kind()),
                inShort(words.of(Reach.nowhere(), standing.state()).all()),
                standing.block(),
                changed);
    }

    private static String inShort(List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> pair.words().length() <= SHOWN_LETTERS)
                .filter(pair -> !pair.words().matches("[0-9a-f]{64}"))
                .limit(SHOWN_FIELDS)
                .map(pair -> pair.key() + ": " + pair.words())
                .collect(joining(" · "));
    }
}
