package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.ParticularsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The members: organisations, and the people and machines that act for them. */
public final class MemberView {

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

    /** All that an organisation ever said invoices are to name of it, the oldest first. */
    public List<Recorded<ParticularsState>> particulars(MemberId organisation) {
        return new StandingStates(database).history(StateKey.particulars(organisation), ParticularsState.class);
    }

    private static Member member(ResultSet row) throws SQLException {
        return CanonicalJson.read(row.getString("content"), MemberState.class).member();
    }
}
