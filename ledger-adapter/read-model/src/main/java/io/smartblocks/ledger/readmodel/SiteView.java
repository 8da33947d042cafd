package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The registered sites. */
public final class SiteView {

    private static final int AT_ONCE = 500;
    private static final Asked IDS = new Asked("wanted", List.of("varchar(120)"), "");

    private final Database database;

    SiteView(Database database) {
        this.database = database;
    }

    /** A site's id and what people call it. */
    public record Name(SiteId id, String name) {}

    /** All sites by id. */
    public List<SiteState> sites() {
        return database.read(c -> Sql.list(c, "select content from site order by id", SiteView::site));
    }

    /** The sites whose ids follow one, by id; from the first on after an empty one. */
    public List<SiteState> after(String id, int limit) {
        return after(id, AskedSites.ALL, limit);
    }

    /** The same of those that are asked for. */
    public List<SiteState> after(String id, AskedSites asked, int limit) {
        int atOnce = asked.words().isEmpty() ? limit : Math.max(limit, AT_ONCE);
        List<SiteState> found = new ArrayList<>();
        String last = id;
        List<SiteState> part;
        do {
            part = candidates(last, asked, atOnce);
            part.stream().filter(asked::fits).forEach(found::add);
            last = part.isEmpty() ? last : part.get(part.size() - 1).site().value();
        } while (part.size() == atOnce && found.size() < limit);
        return found.stream().limit(limit).toList();
    }

    private List<SiteState> candidates(String after, AskedSites asked, int limit) {
        List<String> conditions = new ArrayList<>(List.of("id > ?"));
        List<Object> parameters = new ArrayList<>(List.of(after));
        asked.add(conditions, parameters);
        return database.read(c -> Sql.list(
                c,
                "select content from site where " + String.join(" and ", conditions) + " order by id"
                        + Sql.first(limit),
                SiteView::site,
                parameters.toArray()));
    }

    /** The sites that an organisation owns, by id. */
    public List<SiteState> ofOwner(MemberId organisation) {
        return database.read(c -> Sql.list(
                c, "select content from site where owner = ? order by id", SiteView::site, organisation.value()));
    }

    /** What the sites are called that an organisation owns, or all where none is named. */
    public List<Name> names(Optional<MemberId> owner) {
        String where = owner.isPresent() ? " where owner = ?" : "";
        return database.read(c -> Sql.list(
                c,
                "select id, name from site" + where + " order by id",
                SiteView::name,
                owner.stream().map(MemberId::value).toArray()));
    }

    /** What those of some sites are called that are registered. */
    public List<Name> names(Collection<SiteId> ids) {
        return of(ids, "id, name", SiteView::name);
    }

    /** Those of some sites that are registered. */
    public List<SiteState> sites(Collection<SiteId> ids) {
        return of(ids, "content", SiteView::site);
    }

    private <T> List<T> of(Collection<SiteId> ids, String columns, Sql.Row<T> row) {
        List<Object[]> asked =
                ids.stream().distinct().map(id -> new Object[] {id.value()}).toList();
        return database.read(c -> IDS.list(
                c,
                asked,
                table -> "select s." + columns.replace(", ", ", s.") + " from " + table
                        + " join site s on s.id = asked.wanted",
                row));
    }

    /** One site as it stands now. */
    public Optional<SiteState> site(SiteId id) {
        return database.read(c -> Sql.one(c, "select content from site where id = ?", SiteView::site, id.value()));
    }

    /** One site as it stood after a block. */
    public Optional<Recorded<SiteState>> site(SiteId id, long asOfBlock) {
        return new StandingStates(database).at(StateKey.site(id), asOfBlock, SiteState.class);
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(new SiteId(row.getString("id")), row.getString("name"));
    }

    private static SiteState site(ResultSet row) throws SQLException {
        return CanonicalJson.read(row.getString("content"), SiteState.class);
    }
}
