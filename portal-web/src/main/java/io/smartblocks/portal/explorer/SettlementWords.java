package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.portal.settlement.SettlementRows;
import java.util.Locale;

/** Writes what was settled, disputed and paid in words. */
final class SettlementWords {

    private SettlementWords() {}

    static void add(Fields to, SettlementAction action) {
        if (action instanceof SettlementAction.CommitSettlement settled) {
            to.agreement(settled.agreement());
            to.add("version", settled.version());
            to.add("period", to.say().span(settled.from(), settled.to()));
            to.add("statement", to.say().message("payload.revision", settled.revision()), SettlementRows.link(settled));
            to.add("as.of", to.say().number(settled.asOfBlock()), "/blocks/" + settled.asOfBlock());
            to.add("evidence", settled.evidenceDigest().value());
        } else if (action instanceof SettlementAction.HoldSettlement held) {
            to.agreement(held.agreement());
            to.add("version", held.version());
            to.add("period", to.say().span(held.from(), held.to()));
            held.reasons().forEach(reason -> to.add("held", to.say().told("hold", reason.code(), reason.message())));
        } else if (action instanceof SettlementAction.CoSignSettlement coSigned) {
            settlement(to, coSigned.settlement());
            to.add("statement.hash", coSigned.statementHash().value());
            to.add("engine", to.say().message("statement.engine.version", coSigned.engine()));
        } else if (action instanceof SettlementAction.ReportDifference found) {
            settlement(to, found.settlement());
            to.add("difference", found.difference().where());
            to.addIfAny("difference.committed", found.difference().committed());
            to.addIfAny("difference.computed", found.difference().computed());
            to.add("statement.hash", found.statementHash().value());
            to.add("engine", to.say().message("statement.engine.version", found.engine()));
        } else if (action instanceof SettlementAction.DisputeSettlement dispute) {
            settlement(to, dispute.settlement());
            to.addIfAny("clauses", String.join(", ", dispute.clauses()));
            to.add("reason", dispute.reason());
        } else if (action instanceof SettlementAction.ResolveDispute resolved) {
            settlement(to, resolved.settlement());
            to.add("disputed.by", to.name(resolved.disputedBy()));
            to.add(
                    "verdict",
                    to.say().message("verdict." + resolved.verdict().name().toLowerCase(Locale.ROOT)));
            to.add("reason", resolved.reason());
        } else if (action instanceof SettlementAction.RecordPayment paid) {
            settlement(to, paid.settlement());
            to.add("document", to.say().number(paid.document()));
            to.add("amount", paid.amount().toPlainString());
            to.add("paid.on", to.say().day(paid.paidOn()));
            to.add("reference", paid.reference());
        } else if (action instanceof SettlementAction.ReversePayment reversed) {
            settlement(to, reversed.settlement());
            to.add("document", to.say().number(reversed.document()));
            to.add("reference", reversed.reference());
            to.add("reason", reversed.reason());
        }
    }

    static void settlement(Fields to, SettlementId id) {
        to.agreement(id.agreement());
        to.add("statement", to.say().message("payload.revision", id.revision()), SettlementRows.link(id));
        to.add("period", id.period() + ", " + to.say().day(id.from()));
    }
}
