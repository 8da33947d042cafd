package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All that the table of rights asks of the families, for those who try it elsewhere. */
public record EveryCase(String name, List<StateEntry> standing, List<Transaction> requests, List<Transaction> story) {

    private static final List<String> KINDS = List.of(
            "agreement",
            "dispute",
            "document",
            "hold",
            "index",
            "member",
            "meter",
            "particulars",
            "payment",
            "prediction",
            "readings",
            "reputation",
            "settled",
            "settlement",
            "site",
            "statement",
            "verification");

    /** Each request of each actor in each state. */
    public static Stream<EveryCase> all() {
        return AuthorisationTests.CASES.stream().map(EveryCase::of);
    }

    /** What happened, from the founding on, in those of the states in which most did. */
    public static List<List<Transaction>> longestStories(int most) {
        Set<World> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<List<Transaction>> stories = new ArrayList<>();
        for (Case each : AuthorisationTests.CASES) {
            if (seen.add(each.world()) && !each.world().asked().isEmpty()) {
                stories.add(each.world().asked());
            }
        }
        return stories.stream()
                .sorted(Comparator.comparing((List<Transaction> story) -> story.size())
                        .reversed())
                .limit(most)
                .toList();
    }

    private static EveryCase of(Case each) {
        List<StateEntry> standing = new ArrayList<>();
        each.world()
                .states()
                .state(StateKey.ledger())
                .ifPresent(state -> standing.add(new StateEntry(StateKey.ledger(), state)));
        KINDS.forEach(kind -> standing.addAll(each.world().states().states(kind + "/")));
        List<Transaction> requests = new ArrayList<>();
        for (Actor actor : Actor.values()) {
            requests.add(
                    each.world().fork().request(actor.member(), each.request().apply(actor)));
        }
        return new EveryCase(
                each.action() + ": " + each.state(),
                standing,
                requests,
                each.world().asked());
    }
}
