package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.AgreementId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What parties state about their agreements, as of any block: facts, adjustments, events, and duties done or not. */
public final class StatementView {

    private static final Asked ASKED = new Asked("agreement", List.of("varchar(120)"), "");

    private final Database database;
    private final StandingStates states;

    StatementView(Database database) {
        this.database = database;
        this.states = new StandingStates(database);
    }

    /**
     * Everything that is stated about an agreement, in the order of its places.
     *
     * @param asOfBlock the last block that counts; what was stated, confirmed or taken back later is not seen
     */
    public List<Recorded<StatementState>> of(AgreementId agreement, long asOfBlock) {
        return states.under("statement/" + agreement + "/", asOfBlock, StatementState.class);
    }

    /** Those of the agreements about which anything was ever stated. */
    public Set<AgreementId> statedAmong(Collection<AgreementId> agreements) {
        List<Object[]> rows = agreements.stream()
                .map(agreement -> new Object[] {agreement.value()})
                .toList();
        return Set.copyOf(database.read(c -> ASKED.list(
                c,
                rows,
                asked -> "select asked.agreement from " + asked
                        + " where exists (select 1 from statement s where s.agreement_id = asked.agreement)",
                row -> new AgreementId(row.getString("agreement")))));
    }

    /** The values of facts as of a block, by fact and day. */
    public List<Recorded<StatementState>> facts(AgreementId agreement, long asOfBlock) {
        return ofKind(agreement, "fact", asOfBlock);
    }

    /** The adjustments as of a block, by adjustment and days. */
    public List<Recorded<StatementState>> adjustments(AgreementId agreement, long asOfBlock) {
        return ofKind(agreement, "adjustment", asOfBlock);
    }

    /** The events as of a block, by event, instant and reference. */
    public List<Recorded<StatementState>> events(AgreementId agreement, long asOfBlock) {
        return ofKind(agreement, "event", asOfBlock);
    }

    /** The duties that were performed or breached as of a block, by clause. */
    public List<Recorded<StatementState>> occurrences(AgreementId agreement, long asOfBlock) {
        return ofKind(agreement, "occurrence", asOfBlock);
    }

    private List<Recorded<StatementState>> ofKind(AgreementId agreement, String kind, long asOfBlock) {
        return states.under("statement/" + agreement + "/" + kind + "/", asOfBlock, StatementState.class);
    }
}
