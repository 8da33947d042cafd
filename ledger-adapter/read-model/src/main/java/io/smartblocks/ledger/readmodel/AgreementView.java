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
import java.util.List;
import java.util.Optional;

/** The agreements with their versions. */
public final class AgreementView {

    private static final String NEWEST_FIRST = " order by a.proposed_at desc, a.id desc, a.version desc";

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
        String id = last.proposal().agreement().value();
        return list(
                "select a.* from agreement a where a.proposed_at < ? or (a.proposed_at = ? and (a.id < ?"
                        + " or (a.id = ? and a.version < ?)))" + NEWEST_FIRST + Sql.first(limit),
                last.proposedAt(),
                last.proposedAt(),
                id,
                id,
                last.proposal().version());
    }

    /** All agreements to which an organisation is a party, newest first. */
    public List<AgreementRecord> ofParty(MemberId organisation) {
        return list(
                "select a.* from agreement a where exists (select 1 from agreement_party p where p.agreement_id = a.id"
                        + " and p.version = a.version and p.organisation = ?)" + NEWEST_FIRST,
                organisation.value());
    }

    /**
     * The agreements to which an organisation is a party, in the order of {@link #newest}.
     *
     * @param last the one that they follow; from the newest on where there is none
     */
    public List<AgreementRecord> ofParty(MemberId organisation, Optional<AgreementRecord> last, int limit) {
        String own =
                "select a.* from agreement a where exists (select 1 from agreement_party p where p.agreement_id = a.id"
                        + " and p.version = a.version and p.organisation = ?)";
        if (last.isEmpty()) {
            return list(own + NEWEST_FIRST + Sql.first(limit), organisation.value());
        }
        String id = last.get().proposal().agreement().value();
        return list(
                own + " and (a.proposed_at < ? or (a.proposed_at = ? and (a.id < ? or (a.id = ? and a.version < ?))))"
                        + NEWEST_FIRST + Sql.first(limit),
                organisation.value(),
                last.get().proposedAt(),
                last.get().proposedAt(),
                id,
                id,
                last.get().proposal().version());
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

    /** All versions of an agreement, newest first. */
    public List<AgreementRecord> versions(AgreementId id) {
        return list("select a.* from agreement a where a.id = ?" + NEWEST_FIRST, id.value());
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

    private static AgreementRecord agreement(ResultSet row) throws SQLException {
        return new AgreementRecord(
                CanonicalJson.read(row.getString("content"), AgreementState.class),
                Sql.instant(row, "proposed_at"),
                Sql.instant(row, "changed_at"),
                row.getLong("changed_in"));
    }
}
