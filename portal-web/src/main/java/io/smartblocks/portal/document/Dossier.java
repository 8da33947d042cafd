package io.smartblocks.portal.document;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.runtime.run.SignedText;
import io.smartblocks.runtime.settlement.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the documents of one committed settlement are made from; whoever holds the ledger has the same.
 *
 * @param settled what was committed, with its statement
 * @param before the settlement of the same period that this one corrects
 * @param transaction the transaction that committed it
 * @param block the block of that transaction
 * @param agreement the version of the agreement that governed the period
 * @param text the text of that version
 * @param parties the parties by their names in the text
 */
public record Dossier(
        Settled settled,
        Optional<Settled> before,
        TransactionId transaction,
        long block,
        Proposal agreement,
        SignedText text,
        Map<String, Party> parties) {

    public Dossier {
        parties = Map.copyOf(parties);
    }

    /** A committed settlement, and what its statement says. */
    public record Settled(CommitSettlement commit, Statement statement) {}

    /** A party: its organisation, what people call it, and all that it ever said invoices name of it, the oldest first. */
    public record Party(MemberId organisation, String name, List<Said> said) {
        public Party {
            said = List.copyOf(said);
        }
    }

    /** What an organisation said in a block. */
    public record Said(long block, Particulars particulars) {}

    Statement statement() {
        return settled.statement();
    }

    Party party(String term) {
        return Optional.ofNullable(parties.get(term))
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + term + "' is no party of " + agreement.agreement()));
    }
}
