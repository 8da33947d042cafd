package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The agreements with their versions. */
public final class AgreementView {

    private static final String NEWEST_FIRST = " order by a.proposed_at desc, a.id desc, a.version desc";

    private static final String OF_PARTY = "select a.* from agreement_party p join agreement a on a.id = p.agreement_id"
            + " and a.version = p.version where p.organisation = ? and p.proposed_at is not null";
    private static final String OF_PARTY_NEWEST_FIRST =
            " order by p.organisation desc, p.proposed_at desc, p.agreement_id desc, p.version desc";
    private static final String BEHIND =
            " and %1$s.proposed_at <= ? and (%1$s.proposed_at < ? or %2$s < ? or (%2$s = ? and %1$s.version < ?))";

    private static final Asked IDS = new Asked("id", List.of("varchar(120)"), "");

    private final Database database;

    AgreementView(Database database) {
        this.database = database;
    }

    /** The agreements proposed last, newest first; each version stands for itself. */
    public List<AgreementRecord> newest(int limit) {
        return list("select a.* from agreement a" + NEWEST_FIRST + Sql.first(limit));
    }

    /** Those that follow the given one in a list of {@link #newest}. */
    public List<AgreementRecord> after(AgreementRecord last, int limit) {
        return list(
                "select a.* from agreement a where 1 = 1" + BEHIND.formatted("a", "a.id") + NEWEST_FIRST
                        + Sql.first(limit),
                behind(last).toArray());
    }

    /**
     * The agreements to which an organisation is a party, in the order of {@link #newest}.
     *
     * @param last the one that they follow; from the newest on where there is none
     */
    public List<AgreementRecord> ofParty(MemberId organisation, Optional<AgreementRecord> last, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(organisation.value()));
        last.ifPresent(before -> parameters.addAll(behind(before)));
        String behind = last.isPresent() ? BEHIND.formatted("p", "p.agreement_id") : "";
        return list(OF_PARTY + behind + OF_PARTY_NEWEST_FIRST + Sql.first(limit), parameters.toArray());
    }

    private static List<Object> behind(AgreementRecord last) {
        String id = last.proposal().agreement().value();
        return List.of(
                last.proposedAt(), last.proposedAt(), id, id, last.proposal().version());
    }

    /** The agreements that a list asks for, in its order; from behind the given place on. */
    public List<AgreementList.Row> listed(AgreementList asked, Optional<AgreementList.Place> last, int limit) {
        AgreementList.Query query = asked.rows(last, limit);
        return database.read(c -> Sql.list(c, query.sql(), AgreementList.Row::of, query.parameters()));
    }

    /** How many agreements a list asks for. */
    public long count(AgreementList asked) {
        AgreementList.Query query = asked.count();
        return database.read(c -> Sql.one(c, query.sql(), row -> row.getLong(1), query.parameters()))
                .orElse(0L);
    }

    /** A text that waits for signatures. */
    public record OpenText(AgreementId agreement, String version, Hash textHash) {}

    /** The texts of an organisation that wait for signatures, the newest first. */
    public List<OpenText> openOf(MemberId proposer) {
        return database.read(c -> Sql.list(
                c,
                "select id, version, text_hash from agreement where proposer = ? and precedence = ?"
                        + " order by proposed_at desc, id desc, version desc",
                row -> new OpenText(
                        new AgreementId(row.getString("id")),
                        row.getString("version"),
                        new Hash(row.getString("text_hash"))),
                proposer.value(),
                AgreementRecord.OPEN));
    }

    /** Whether an organisation is a party to any version of an agreement. */
    public boolean isParty(MemberId organisation, AgreementId agreement) {
        return database.read(c -> Sql.one(
                        c,
                        "select agreement_id from agreement_party where organisation = ? and agreement_id = ?"
                                + Sql.first(1),
                        row -> row.getString("agreement_id"),
                        organisation.value(),
                        agreement.value()))
                .isPresent();
    }

    /** The agreements to which an organisation is a party, by id. */
    public List<AgreementId> idsOfParty(MemberId organisation) {
        return database.read(c -> Sql.list(
                c,
                "select distinct agreement_id from agreement_party where organisation = ? order by agreement_id",
                row -> new AgreementId(row.getString("agreement_id")),
                organisation.value()));
    }

    /** An organisation that is a party to the same version of an agreement. */
    public record Partner(AgreementId agreement, MemberId organisation) {}

    /** Those with which an organisation has agreements, itself among them. */
    public List<Partner> partnersOf(MemberId organisation) {
        return database.read(c -> Sql.list(
                c,
                "select distinct q.agreement_id, q.organisation from agreement_party p join agreement_party q"
                        + " on q.agreement_id = p.agreement_id and q.version = p.version where p.organisation = ?",
                row -> new Partner(
                        new AgreementId(row.getString("agreement_id")), new MemberId(row.getString("organisation"))),
                organisation.value()));
    }

    /** The versions whose text or compiled form has a hash. */
    public List<AgreementRecord> withDocument(Hash hash) {
        return Stream.of("text_hash", "compiled_hash")
                .flatMap(
                        column -> list("select a.* from agreement a where a." + column + " = ?", hash.value()).stream())
                .toList();
    }

    /** The hashes of all texts and compiled forms that bind an organisation. */
    public List<Hash> documentsOfParty(MemberId organisation) {
        return database
                .read(c -> Sql.list(
                        c,
                        "select a.text_hash, a.compiled_hash from agreement_party p"
                                + " join agreement a on a.id = p.agreement_id and a.version = p.version"
                                + " where p.organisation = ?",
                        row -> List.of(new Hash(row.getString("text_hash")), new Hash(row.getString("compiled_hash"))),
                        organisation.value()))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** All agreements in force, newest first. */
    public List<AgreementRecord> inForce() {
        return list("select a.* from agreement a where a.life = 'active'" + NEWEST_FIRST);
    }

    /** The agreements in force, and those that ended, of which the calendar of {@link DueCalendar} has no entry yet. */
    public List<AgreementRecord> withoutDuePeriod() {
        return list("select a.* from agreement a where a.life = 'active' and not exists (select 1 from due_period d"
                + " where d.agreement_id = a.id and d.version = a.version) or a.life = 'ended' and not exists"
                + " (select 1 from due_period d where d.agreement_id = a.id)" + NEWEST_FIRST);
    }

    /** The agreements in force that changed in a later block than the given one, newest first. */
    public List<AgreementRecord> inForceChangedAfter(long block) {
        return list("select a.* from agreement a where a.life = 'active' and a.changed_in > ?" + NEWEST_FIRST, block);
    }

    /** The agreements of which a version changed in a later block than the given one. */
    public List<AgreementId> changedAfter(long block) {
        return database.read(c -> Sql.list(
                c,
                "select distinct id from agreement where changed_in > ?",
                row -> new AgreementId(row.getString("id")),
                block));
    }

    /** One version of an agreement. */
    public Optional<AgreementRecord> agreement(AgreementId id, String version) {
        return list("select a.* from agreement a where a.id = ? and a.version = ?", id.value(), version).stream()
                .findFirst();
    }

    /** The title of an agreement, as the version that counts now has it. */
    public Optional<String> title(AgreementId id) {
        return database.read(c -> Sql.one(
                c,
                "select title from agreement where id = ? order by precedence, proposed_at desc" + Sql.first(1),
                row -> row.getString("title"),
                id.value()));
    }

    /** All versions of an agreement, newest first. */
    public List<AgreementRecord> versions(AgreementId id) {
        return list("select a.* from agreement a where a.id = ?" + NEWEST_FIRST, id.value());
    }

    /** All versions of some agreements, newest first. */
    public List<AgreementRecord> versions(Collection<AgreementId> ids) {
        List<Object[]> asked =
                ids.stream().distinct().map(id -> new Object[] {id.value()}).toList();
        return database
                .read(c -> IDS.list(
                        c,
                        asked,
                        table -> "select a.* from " + table + " join agreement a on a.id = asked.id",
                        AgreementView::agreement))
                .stream()
                .sorted(AgreementView::newestFirst)
                .toList();
    }

    /** The order of all lists: by when the text that stands was proposed. */
    static int newestFirst(AgreementRecord one, AgreementRecord other) {
        return Comparator.comparing(AgreementRecord::proposedAt)
                .thenComparing(record -> record.proposal().agreement())
                .thenComparing(record -> record.proposal().version())
                .compare(other, one);
    }

    /** What stood of each version of an agreement when the block was the newest, by version. */
    public List<AgreementState> versions(AgreementId id, long asOfBlock) {
        return new StandingStates(database)
                .under("agreement/" + id + "/", asOfBlock, AgreementState.class).stream()
                        .map(Recorded::state)
                        .toList();
    }

    /** A text or compiled form by its hash. */
    public Optional<String> document(Hash hash) {
        return database.read(c -> Sql.one(
                c,
                "select content from state_write where state_key = ?" + Sql.first(1),
                row -> CanonicalJson.read(row.getString("content"), DocumentState.class)
                        .text(),
                StateKey.document(hash).value()));
    }

    /** The text of one version of an agreement. */
    public String text(Proposal proposal) {
        Hash hash = proposal.textHash();
        return document(hash)
                .orElseThrow(() -> new ReadModelException("the text with the hash " + hash + " does not stand here"));
    }

    private List<AgreementRecord> list(String sql, Object... parameters) {
        return database.read(c -> Sql.list(c, sql, AgreementView::agreement, parameters));
    }

    static AgreementRecord agreement(ResultSet row) throws SQLException {
        return new AgreementRecord(
                CanonicalJson.read(row.getString("content"), AgreementState.class),
                Sql.instant(row, "proposed_at"),
                Sql.instant(row, "changed_at"),
                row.getLong("changed_in"));
    }
}
