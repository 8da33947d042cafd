package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the states that one block writes ask of whom. */
final class WaitingRows {

    private final Connection connection;
    private final Block block;
    private final Map<StateKey, State> latest = new LinkedHashMap<>();
    private final List<Object[]> rows = new ArrayList<>();

    WaitingRows(Connection connection, Block block) {
        this.connection = connection;
        this.block = block;
    }

    void add(StateEntry write) {
        State state = write.state();
        if (state instanceof AgreementState
                || state instanceof StatementState
                || state instanceof DisputeState
                || state instanceof MemberState) {
            latest.put(write.key(), state);
        }
    }

    /** After the members and agreements of the same block, of which it reads who is bound. */
    void write() throws SQLException {
        Sql.batch(
                connection,
                "delete from waiting where source = ?",
                latest.keySet().stream().map(key -> new Object[] {key.value()}).toList());
        for (Map.Entry<StateKey, State> each : latest.entrySet()) {
            waiting(each.getKey(), each.getValue());
        }
        Sql.batch(
                connection,
                "insert into waiting (source, organisation, kind, number, amount) values (?, ?, ?, ?, ?)",
                rows);
    }

    private void waiting(StateKey key, State state) throws SQLException {
        if (state instanceof AgreementState.Standing standing) {
            consents(key, standing);
        } else if (state instanceof AgreementState.Proposed || state instanceof AgreementState.Signed) {
            all(key, ((AgreementState) state).unsigned(), Waits.Kind.SIGN, 1);
        } else if (state instanceof StatementState stated) {
            stated.pending().filter(WaitingRows::isConfirmed).ifPresent(pending -> {
                all(key, pending.unconfirmed(), Waits.Kind.CONFIRM, 1);
            });
        } else if (state instanceof DisputeState dispute && dispute.open()) {
            Set<MemberId> others = parties(dispute.settlement().agreement());
            others.remove(dispute.organisation());
            others.removeAll(dispute.conceded());
            all(key, others, Waits.Kind.DISPUTE, 1);
        } else if (state instanceof MemberState member && member.member().status() == Member.Status.APPLIED) {
            add(key, Waits.ANY_REGISTRAR, Waits.Kind.APPLICATION, 1);
        }
    }

    /** What other parties have asked for and this one not yet. */
    private void consents(StateKey key, AgreementState.Standing standing) {
        if (!standing.asked().isEmpty()) {
            Set<MemberId> others = new HashSet<>(standing.proposal().parties().values());
            standing.asked().forEach(asked -> others.remove(asked.organisation()));
            all(key, others, Waits.Kind.CONSENT, standing.asked().size());
        }
    }

    /** What else is stated holds without a confirmation, or is confirmed by programs. */
    private static boolean isConfirmed(Stated stated) {
        return stated.statement() instanceof StateFact || stated.statement() instanceof StateAdjustment;
    }

    private void all(StateKey key, Set<MemberId> organisations, Waits.Kind kind, int amount) {
        organisations.forEach(organisation -> add(key, organisation.value(), kind, amount));
    }

    private void add(StateKey key, String organisation, Waits.Kind kind, int amount) {
        rows.add(new Object[] {
            key.value(), organisation, kind.ordinal(), Projection.number(block.number(), rows.size()), amount
        });
    }

    private Set<MemberId> parties(AgreementId agreement) throws SQLException {
        return new HashSet<>(Sql.list(
                connection,
                "select distinct organisation from agreement_party where agreement_id = ?",
                row -> new MemberId(row.getString("organisation")),
                agreement.value()));
    }
}
