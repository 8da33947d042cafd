package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.Waits.Kind;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What waits for people of each organisation. */
public final class WaitingView {

    private final Database database;

    WaitingView(Database database) {
        this.database = database;
    }

    /** Where a thing stands in the list of them. */
    public record Place(Kind kind, long number) {}

    /** How many things of these kinds wait for an organisation. */
    public int count(MemberId organisation, Set<Kind> kinds) {
        return kinds.isEmpty()
                ? 0
                : database.read(c -> Sql.one(
                                c,
                                "select coalesce(sum(amount), 0) as things from waiting where " + among(kinds),
                                row -> row.getInt("things"),
                                parameters(organisation, kinds).toArray()))
                        .orElse(0);
    }

    /**
     * What waits for an organisation, kind after kind, the newest of each first.
     *
     * @param last behind which place they stand; from the first on where there is none
     */
    public List<Waits> of(MemberId organisation, Set<Kind> kinds, Optional<Place> last, int limit) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        List<Object> parameters = parameters(organisation, kinds);
        String behind = last.map(place -> {
                    parameters.addAll(
                            List.of(place.kind().ordinal(), place.kind().ordinal(), place.number()));
                    return " and (kind > ? or kind = ? and number < ?)";
                })
                .orElse("");
        return database
                .read(c -> Sql.list(
                        c,
                        "select kind, source, number from waiting where " + among(kinds) + behind
                                + " order by kind, number desc" + Sql.first(limit),
                        row -> new Row(
                                Kind.values()[row.getInt("kind")],
                                new StateKey(row.getString("source")),
                                row.getLong("number")),
                        parameters.toArray()))
                .stream()
                .map(row -> new Waits(row.kind(), state(row.source()), row.number()))
                .toList();
    }

    private record Row(Kind kind, StateKey source, long number) {}

    private State state(StateKey key) {
        return database.read(c -> Sql.one(
                        c,
                        "select content from state_write where state_key = ? order by number desc" + Sql.first(1),
                        row -> CanonicalJson.read(row.getString("content"), State.class),
                        key.value()))
                .orElseThrow(() -> new ReadModelException("nothing stands under " + key));
    }

    private static String among(Set<Kind> kinds) {
        return "organisation in (?, ?) and kind in (" + String.join(", ", Collections.nCopies(kinds.size(), "?")) + ")";
    }

    private static List<Object> parameters(MemberId organisation, Set<Kind> kinds) {
        List<Object> parameters = new ArrayList<>(List.of(organisation.value(), Waits.ANY_REGISTRAR));
        kinds.stream().map(Kind::ordinal).sorted().forEach(parameters::add);
        return parameters;
    }
}
