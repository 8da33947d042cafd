package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows that one block writes of agreements and their parties. */
final class AgreementRows {

    private final Connection connection;
    private final Block block;
    private final Rows agreements =
            Rows.current("agreement", "id, version", "title, life, proposed_at, changed_at, changed_in, content");
    private final Rows parties =
            Rows.added("agreement_party", "agreement_id, version, term, organisation, proposed_at");
    private final Map<List<Object>, Proposal> latest = new LinkedHashMap<>();
    private final Map<List<Object>, Instant> times = new LinkedHashMap<>();

    AgreementRows(Connection connection, Block block) {
        this.connection = connection;
        this.block = block;
    }

    void add(AgreementState state) throws SQLException {
        Proposal proposal = state.proposal();
        List<Object> key = List.of(proposal.agreement().value(), proposal.version());
        latest.put(key, proposal);
        Instant proposedAt = proposedAt(key, state);
        times.put(key, proposedAt);
        agreements.add(
                proposal.agreement().value(),
                proposal.version(),
                proposal.title(),
                state.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                proposedAt,
                block.header().time(),
                block.number(),
                CanonicalJson.write((Record) state));
    }

    void write() throws SQLException {
        agreements.write(connection);
        Sql.batch(
                connection,
                "delete from agreement_party where agreement_id = ? and version = ?",
                latest.keySet().stream().map(List::toArray).toList());
        latest.forEach((key, proposal) -> addParties(proposal, times.get(key)));
        parties.write(connection);
    }

    private void addParties(Proposal proposal, Instant proposedAt) {
        Set<MemberId> met = new HashSet<>();
        proposal.parties()
                .forEach((term, organisation) -> parties.add(
                        proposal.agreement().value(),
                        proposal.version(),
                        term,
                        organisation.value(),
                        met.add(organisation) ? Optional.of(proposedAt) : Optional.empty()));
    }

    private Instant proposedAt(List<Object> key, AgreementState state) throws SQLException {
        if (state instanceof AgreementState.Proposed) {
            return block.header().time();
        }
        if (times.containsKey(key)) {
            return times.get(key);
        }
        return Sql.one(
                        connection,
                        "select proposed_at from agreement where id = ? and version = ?",
                        row -> Sql.instant(row, "proposed_at"),
                        key.toArray())
                .orElse(block.header().time());
    }
}
