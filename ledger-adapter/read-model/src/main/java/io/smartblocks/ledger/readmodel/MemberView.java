package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.ParticularsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The members: organisations, and the people and machines that act for them. */
public final class MemberView {

    private static final Asked KEYS = new Asked("state_key", List.of("varchar(1000)"), "");

    private final Database database;

    MemberView(Database database) {
        this.database = database;
    }

    /** All members by id. */
    public List<Member> members() {
        return database.read(c -> Sql.list(c, "select * from member order by id", MemberView::member));
    }

    /** The members whose ids follow one, by id; from the first on after an empty one. */
    public List<Member> after(String id, int limit) {
        return database.read(c -> Sql.list(
                c, "select * from member where id > ? order by id" + Sql.first(limit), MemberView::member, id));
    }

    /** One member. */
    public Optional<Member> member(MemberId id) {
        return database.read(c -> Sql.one(c, "select * from member where id = ?", MemberView::member, id.value()));
    }

    /** The times of the blocks in which some members were first stated. */
    public Map<MemberId, Instant> since(Collection<MemberId> members) {
        Map<String, MemberId> keys = members.stream()
                .collect(Collectors.toMap(id -> StateKey.member(id).value(), id -> id, (one, same) -> one));
        Map<MemberId, Instant> since = new HashMap<>();
        database.read(c -> KEYS.list(
                c,
                keys.keySet().stream().map(key -> new Object[] {key}).toList(),
                asked -> "select asked.state_key, b.made_at from " + asked + " join block b on b.number ="
                        + " (select min(w.block_number) from state_write w where w.state_key = asked.state_key)",
                row -> since.put(keys.get(row.getString("state_key")), Sql.instant(row, "made_at"))));
        return since;
    }

    /** All that an organisation ever said invoices are to name of it, the oldest first. */
    public List<Recorded<ParticularsState>> particulars(MemberId organisation) {
        return new StandingStates(database).history(StateKey.particulars(organisation), ParticularsState.class);
    }

    private static Member member(ResultSet row) throws SQLException {
        return CanonicalJson.read(row.getString("content"), MemberState.class).member();
    }
}
