package io.smartblocks.runtime.run;

import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.FirstDifference;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.Statement;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Compares a committed settlement with what came out when it was computed again. */
record Recomputed(CommitSettlement committed, Case again) {

    /** Refusals that say what this machine cannot do, and nothing about the period. */
    private static final Set<String> CANNOT = Set.of("cannot-plan", "failed", "not-settled");

    Verification compare(Outcome outcome) {
        if (outcome instanceof Outcome.Settled settled) {
            return compare(settled.settlement());
        }
        if (outcome instanceof Outcome.Refused refused) {
            return CANNOT.contains(refused.code())
                    ? new Verification.NotSettled(refused.message())
                    : noStatement("refused: " + refused.message());
        }
        return noStatement("held: " + String.join(" ", ((Outcome.Held) outcome).reasons()));
    }

    /** The same engine settles or does not; another one may know less. */
    private Verification noStatement(String computed) {
        return committed.engine().equals(SettlementEngine.version())
                ? new Verification.Different(Comparison.between("outcome", "settled", computed))
                : new Verification.NotSettled("engine " + SettlementEngine.version() + " does not settle what engine "
                        + committed.engine() + " settled; " + computed);
    }

    private Verification compare(Settlement settled) {
        Statement statement = settled.statement();
        String computed = byTheirEngine(new String(settled.canonicalJson(), StandardCharsets.UTF_8));
        if (!computed.equals(committed.statement())) {
            return new Verification.Different(Comparison.of("statement", committed.statement(), computed));
        }
        String summary = CanonicalJson.write(committed.summary());
        String computedSummary = CanonicalJson.write(Summaries.of(statement, again.agreement()));
        return differs("evidenceDigest of the transaction", committed.evidenceDigest(), statement.evidenceDigest())
                .or(() -> differs("to of the transaction", committed.to(), statement.to()))
                .or(() -> summary.equals(computedSummary)
                        ? Optional.empty()
                        : Optional.of(inSummary(Comparison.of("", summary, computedSummary))))
                .<Verification>map(Verification.Different::new)
                .orElseGet(() -> new Verification.Same(committed.statementHash().toString()));
    }

    /** Which engine settled is no value of a settlement: the text as their engine would have written it. */
    private String byTheirEngine(String computed) {
        String name = "\"engineVersion\":";
        return computed.replace(
                name + Comparison.quoted(SettlementEngine.version()), name + Comparison.quoted(committed.engine()));
    }

    private static Optional<FirstDifference> differs(String where, Object theirs, Object ours) {
        return theirs.toString().equals(ours.toString())
                ? Optional.empty()
                : Optional.of(Comparison.between(where, theirs.toString(), ours.toString()));
    }

    private static FirstDifference inSummary(FirstDifference found) {
        return new FirstDifference(
                found.where().isEmpty() ? "summary" : "summary." + found.where(), found.committed(), found.computed());
    }
}
