package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows that one block writes of agreements and their parties. */
final class AgreementRows {

    private final Connection connection;
    private final Block block;
    private final Rows agreements = Rows.current(
            "agreement",
            "id, version",
            "title, life, proposed_at, changed_at, changed_in, content, precedence, text_hash, compiled_hash,"
                    + " proposer");
    private final Rows parties =
            Rows.added("agreement_party", "agreement_id, version, term, organisation, proposed_at");
    private final Map<List<Object>, AgreementState> latest = new LinkedHashMap<>();
    private final Map<MemberId, MemberId> organisations = new HashMap<>();
    private final Map<List<Object>, Instant> proposedHere = new LinkedHashMap<>();
    private final Map<List<Object>, Instant> times = new HashMap<>();

    AgreementRows(Connection connection, Block block) {
        this.connection = connection;
        this.block = block;
    }

    void add(AgreementState state) {
        Proposal proposal = state.proposal();
        List<Object> key = List.of(proposal.agreement().value(), proposal.version());
        latest.put(key, state);
        if (state instanceof AgreementState.Proposed) {
            proposedHere.put(key, block.header().time());
        }
    }

    /** After the members of the same block, of which it reads for whom a text was proposed. */
    void write() throws SQLException {
        for (Map.Entry<List<Object>, AgreementState> each : latest.entrySet()) {
            add(each.getKey(), each.getValue());
        }
        agreements.write(connection);
        Sql.batch(
                connection,
                "delete from agreement_party where agreement_id = ? and version = ?",
                latest.keySet().stream().map(List::toArray).toList());
        Set<String> touched = new LinkedHashSet<>();
        for (Map.Entry<List<Object>, AgreementState> each : latest.entrySet()) {
            Proposal proposal = each.getValue().proposal();
            touched.add(proposal.agreement().value());
            addParties(proposal, times.get(each.getKey()));
        }
        parties.write(connection);
        new ListedVersions(connection).mark(touched);
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

    private void add(List<Object> key, AgreementState state) throws SQLException {
        Proposal proposal = state.proposal();
        times.put(key, proposedAt(key));
        agreements.add(
                proposal.agreement().value(),
                proposal.version(),
                proposal.title(),
                state.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                times.get(key),
                block.header().time(),
                block.number(),
                CanonicalJson.write((Record) state),
                AgreementRecord.precedence(state),
                proposal.textHash().value(),
                proposal.compiledHash().value(),
                organisation(proposal.proposedBy()).value());
    }

    private MemberId organisation(MemberId member) throws SQLException {
        if (!organisations.containsKey(member)) {
            organisations.put(
                    member,
                    Sql.one(
                                    connection,
                                    "select organisation from member where id = ?",
                                    row -> new MemberId(row.getString("organisation")),
                                    member.value())
                            .orElse(member));
        }
        return organisations.get(member);
    }

    private Instant proposedAt(List<Object> key) throws SQLException {
        if (proposedHere.containsKey(key)) {
            return proposedHere.get(key);
        }
        return Sql.one(
                        connection,
                        "select proposed_at from agreement where id = ? and version = ?",
                        row -> Sql.instant(row, "proposed_at"),
                        key.toArray())
                .orElse(block.header().time());
    }
}
