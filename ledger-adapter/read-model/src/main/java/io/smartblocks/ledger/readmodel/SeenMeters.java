package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SiteId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which meters an organisation sees: those that it operates, and those that an agreement names which came into force and
 * to which it is a party.
 */
public final class SeenMeters {

    private static final Asked SITES = new Asked("site", List.of("varchar(120)"), "");
    private static final Asked METERS = new Asked("meter", List.of("varchar(405)"), "");
    private static final String BESIDE =
            " exists (select 1 from seen_site s where s.organisation = ? and s.site = m.site)";

    private final Database database;

    SeenMeters(Database database) {
        this.database = database;
    }

    /** Whether an organisation sees a meter. */
    public boolean sees(MemberId organisation, MeterId meter) {
        return database.read(c -> Sql.one(
                        c,
                        "select 1 from seen_meter where organisation = ? and meter_id = ?",
                        row -> true,
                        organisation.value(),
                        meter.value()))
                .isPresent();
    }

    /** Whether it sees a meter of the site at which this one stands. */
    public boolean seesBeside(MemberId organisation, MeterId meter) {
        return database.read(c -> Sql.one(
                        c,
                        "select 1 from meter m where m.id = ? and" + BESIDE,
                        row -> true,
                        meter.value(),
                        organisation.value()))
                .isPresent();
    }

    /** The meters that an organisation sees and whose ids follow one, by id; from the first on after an empty one. */
    public List<MeterState> after(MemberId organisation, String id, int limit) {
        return after(organisation, id, AskedMeters.ALL, limit);
    }

    /** The same of those that are asked for. */
    public List<MeterState> after(MemberId organisation, String id, AskedMeters asked, int limit) {
        List<String> conditions = new ArrayList<>(List.of("s.organisation = ?", "s.meter_id > ?"));
        List<Object> parameters = new ArrayList<>(List.of(organisation.value(), id));
        asked.add(conditions, parameters);
        return list(
                "select m.content from seen_meter s join meter m on m.id = s.meter_id where "
                        + String.join(" and ", conditions) + " order by s.organisation, s.meter_id"
                        + Sql.first(limit),
                parameters.toArray());
    }

    /** The same with all meters of the sites of what it sees. */
    public List<MeterState> besideAfter(MemberId organisation, String id, int limit) {
        return besideAfter(organisation, id, AskedMeters.ALL, limit);
    }

    /** The same of those that are asked for. */
    public List<MeterState> besideAfter(MemberId organisation, String id, AskedMeters asked, int limit) {
        List<String> conditions = new ArrayList<>(List.of("s.organisation = ?", "m.id > ?"));
        List<Object> parameters = new ArrayList<>(List.of(organisation.value(), id));
        asked.add(conditions, parameters);
        return list(
                "select m.content from meter m join (select m.id from seen_site s join meter m on m.site = s.site"
                        + " where " + String.join(" and ", conditions) + " order by m.id" + Sql.first(limit)
                        + ") shown on shown.id = m.id order by m.id",
                parameters.toArray());
    }

    /** The meters that an organisation operates and whose ids follow one, by id. */
    public List<MeterState> operatedAfter(MemberId organisation, String id, int limit) {
        return list(
                "select m.content from meter m where m.operator = ? and m.id > ? order by m.operator, m.id"
                        + Sql.first(limit),
                organisation.value(),
                id);
    }

    /** The sites of what an organisation sees, or of all meters where none is named, as the meters write them. */
    public List<String> sites(Optional<MemberId> organisation) {
        return database.read(c -> Sql.list(
                c,
                "select site from seen_site where organisation = ? order by site",
                row -> row.getString("site"),
                organisation.map(MemberId::value).orElse(SeenRows.ALL)));
    }

    /** All meters at some sites, by id. */
    public List<MeterState> at(Collection<SiteId> sites) {
        return at(sites, "");
    }

    /** Those of them that an organisation sees. */
    public List<MeterState> at(Collection<SiteId> sites, MemberId organisation) {
        return at(
                sites,
                " where exists (select 1 from seen_meter s where s.organisation = ? and s.meter_id = m.id)",
                organisation.value());
    }

    /** The same with all meters of the sites of what it sees. */
    public List<MeterState> besideAt(Collection<SiteId> sites, MemberId organisation) {
        return at(sites, " where" + BESIDE, organisation.value());
    }

    private List<MeterState> at(Collection<SiteId> sites, String seen, Object... parameters) {
        return database
                .read(c -> SITES.list(
                        c,
                        rows(sites),
                        asked -> "select m.content from " + asked + " join meter m on m.site_id = asked.site" + seen,
                        MeterView::meter,
                        parameters))
                .stream()
                .sorted(Comparator.comparing(MeterState::meter))
                .toList();
    }

    /** How many meters stand at some sites. */
    public int countAt(Collection<SiteId> sites) {
        return database
                .read(c -> SITES.list(
                        c,
                        rows(sites),
                        asked -> "select count(*) as meters from " + asked + " join meter m on m.site_id = asked.site",
                        row -> row.getInt("meters")))
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static List<Object[]> rows(Collection<SiteId> sites) {
        return sites.stream()
                .distinct()
                .map(site -> new Object[] {site.value()})
                .toList();
    }

    /**
     * The agreements of which a version that came into force names one of the meters.
     *
     * @param party to whose agreements to look; to everybody's where nobody is named
     */
    public List<AgreementId> agreementsNaming(Collection<MeterId> meters, Optional<MemberId> party) {
        String own = party.isPresent()
                ? " where exists (select 1 from agreement_party p where p.agreement_id = n.agreement_id"
                        + " and p.version = n.version and p.organisation = ?)"
                : "";
        return database
                .read(c -> METERS.list(
                        c,
                        meters.stream()
                                .map(meter -> new Object[] {meter.value()})
                                .toList(),
                        asked -> "select distinct n.agreement_id from " + asked
                                + " join named_meter n on n.meter_id = asked.meter" + own,
                        row -> new AgreementId(row.getString("agreement_id")),
                        party.stream().map(MemberId::value).toArray()))
                .stream()
                .distinct()
                .toList();
    }

    /** The ids of all meters that an organisation sees, in their order. */
    public List<MeterId> ids(MemberId organisation) {
        return ids("select meter_id as id from seen_meter where organisation = ? order by meter_id", organisation);
    }

    /** The same with all meters of the sites of what it sees. */
    public List<MeterId> idsBeside(MemberId organisation) {
        return ids("select m.id from meter m where" + BESIDE + " order by m.id", organisation);
    }

    /** The ids of all meters that an organisation operates, in their order. */
    public List<MeterId> operatedIds(MemberId organisation) {
        return ids("select m.id from meter m where m.operator = ? order by m.id", organisation);
    }

    private List<MeterId> ids(String sql, MemberId organisation) {
        return database.read(c -> Sql.list(c, sql, row -> new MeterId(row.getString("id")), organisation.value()));
    }

    private List<MeterState> list(String sql, Object... parameters) {
        return database.read(c -> Sql.list(c, sql, MeterView::meter, parameters));
    }
}
