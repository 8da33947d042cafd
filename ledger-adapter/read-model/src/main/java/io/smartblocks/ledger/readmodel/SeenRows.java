package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MeterId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows that one block writes of who may see which meter, once its meters and agreements stand in their tables. */
final class SeenRows {

    /** Stands for all meters in the table of seen sites. */
    static final String ALL = "*";

    private static final String SITE_OF =
            "select s.organisation, m.site from seen_meter s join meter m on m.id = s.meter_id"
                    + " where m.id = ? union select '" + ALL + "', m.site from meter m where m.id = ?";

    private final Connection connection;
    private final Map<String, MeterState> meters = new LinkedHashMap<>();
    private final Map<String, Optional<String>> sitesBefore = new LinkedHashMap<>();
    private final Map<List<String>, Proposal> governing = new LinkedHashMap<>();

    SeenRows(Connection connection) {
        this.connection = connection;
    }

    void add(MeterState meter) throws SQLException {
        String id = meter.meter().value();
        if (!sitesBefore.containsKey(id)) {
            sitesBefore.put(
                    id, Sql.one(connection, "select site from meter where id = ?", row -> row.getString("site"), id));
        }
        meters.put(id, meter);
    }

    void add(Governing agreement) {
        Proposal proposal = agreement.proposal();
        governing.put(List.of(proposal.agreement().value(), proposal.version()), proposal);
    }

    void write() throws SQLException {
        Set<String> changed = new LinkedHashSet<>(meters.keySet());
        List<Object[]> seen = new ArrayList<>();
        meters.values()
                .forEach(meter -> seen.add(
                        new Object[] {meter.operator().value(), meter.meter().value()}));
        for (Map.Entry<List<String>, Proposal> each : governing.entrySet()) {
            Object[] key = each.getKey().toArray();
            if (isKnown(key)) {
                continue;
            }
            for (String meter : named(each.getValue())) {
                Sql.run(
                        connection,
                        "insert into named_meter (agreement_id, version, meter_id) values (?, ?, ?)",
                        key[0],
                        key[1],
                        meter);
                each.getValue().parties().values().stream()
                        .distinct()
                        .forEach(party -> seen.add(new Object[] {party.value(), meter}));
                changed.add(meter);
            }
        }
        see(seen);
        place(changed);
    }

    private boolean isKnown(Object[] key) throws SQLException {
        return Sql.one(
                        connection,
                        "select 1 from named_meter where agreement_id = ? and version = ?" + Sql.first(1),
                        row -> true,
                        key)
                .isPresent();
    }

    private Set<String> named(Proposal proposal) throws SQLException {
        return Sql.one(
                        connection,
                        "select content from state_write where state_key = ?" + Sql.first(1),
                        row -> CanonicalJson.read(row.getString("content"), DocumentState.class)
                                .text(),
                        StateKey.document(proposal.textHash()).value())
                .map(SeenRows::idsIn)
                .orElse(Set.of());
    }

    /** What stands between quotation marks and has the form of a meter's id; the language is not known here. */
    static Set<String> idsIn(String text) {
        Set<String> ids = new LinkedHashSet<>();
        String[] parts = text.split("\"", -1);
        for (int i = 1; i < parts.length - 1; i++) {
            MeterId.parse(parts[i]).map(MeterId::value).ifPresent(ids::add);
        }
        return ids;
    }

    private void see(List<Object[]> pairs) throws SQLException {
        Sql.batch(
                connection,
                "insert into seen_meter (organisation, meter_id) select organisation, meter_id from"
                        + " (values (cast(? as varchar(80)), cast(? as varchar(405)))) seen (organisation, meter_id)"
                        + " where not exists (select 1 from seen_meter s where s.organisation = seen.organisation"
                        + " and s.meter_id = seen.meter_id)",
                pairs);
    }

    /** Whoever sees a meter sees its site; and no longer one that the last meter which it sees has left. */
    private void place(Set<String> changed) throws SQLException {
        Sql.batch(
                connection,
                "insert into seen_site (organisation, site) select organisation, site from (" + SITE_OF + ") seen"
                        + " where not exists (select 1 from seen_site s where s.organisation = seen.organisation"
                        + " and s.site = seen.site)",
                changed.stream().map(id -> new Object[] {id, id}).toList());
        List<Object[]> left = new ArrayList<>();
        meters.forEach((id, meter) -> sitesBefore
                .get(id)
                .filter(before -> !before.equals(meter.site()))
                .ifPresent(before -> left.add(new Object[] {before})));
        Sql.batch(
                connection,
                "delete from seen_site where site = ? and not exists (select 1 from meter m"
                        + " left join seen_meter s on s.meter_id = m.id where m.site = seen_site.site"
                        + " and (s.organisation = seen_site.organisation or seen_site.organisation = '" + ALL + "'))",
                left);
    }
}
