package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.FirstDifference;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.settlement.SettlementAccount;
import io.smartblocks.runtime.settlement.Part;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A settlement and what became of it, as commands report it. */
record SettlementReport(
        String agreement,
        String version,
        String period,
        LocalDate from,
        LocalDate lastDay,
        int revision,
        boolean superseded,
        Instant settledAt,
        List<Document> documents,
        List<Dispute> disputes,
        String settledBy,
        List<Verified> verified,
        Map<String, LocalDate> disputableUntil) {

    /** What is to be paid, in parts where a correction added some, what was paid of it, and what is open. */
    record Document(
            int document,
            String payer,
            String payee,
            BigDecimal amount,
            BigDecimal open,
            String currency,
            LocalDate due,
            List<Part> parts,
            List<Payment> payments) {

        static Document of(Payable payable, SettlementAccount account) {
            return new Document(
                    payable.document(),
                    payable.payer(),
                    payable.payee(),
                    payable.amount(),
                    account.open(payable),
                    payable.currency(),
                    payable.due(),
                    account.parts(payable),
                    account.payments(payable).stream().map(Payment::of).toList());
        }
    }

    /** A payment, standing or taken back. */
    record Payment(BigDecimal amount, LocalDate paidOn, String reference, String statedBy, String takenBack) {

        static Payment of(PaymentState state) {
            return new Payment(
                    state.amount(),
                    state.paidOn(),
                    state.reference(),
                    state.statedBy().value(),
                    state.reversed().orElse(""));
        }
    }

    /** A dispute, open or ended. */
    record Dispute(String by, List<String> clauses, String reason, Instant since, boolean open, String ended) {

        static Dispute of(DisputeState state) {
            return new Dispute(
                    state.organisation().value(),
                    state.clauses(),
                    state.reason(),
                    state.disputedAt(),
                    state.open(),
                    state.end()
                            .map(end -> "%s (\"%s\")"
                                    .formatted(end.verdict().name().toLowerCase(Locale.ROOT), end.reason()))
                            .orElse(""));
        }
    }

    /** A party whose runtime computed it again: it co-signed, or found a difference. */
    record Verified(String by, String signedBy, Instant at, boolean coSigned, String difference, boolean disputed) {

        static Verified of(VerificationState state) {
            return new Verified(
                    state.organisation().value(),
                    state.verifiedBy().value(),
                    state.verifiedAt(),
                    state.coSigned(),
                    state.difference().map(FirstDifference::toString).orElse(""),
                    state.disputed());
        }
    }

    static SettlementReport of(SettlementAccount account) {
        CommitSettlement settled = account.settled();
        return new SettlementReport(
                settled.agreement().value(),
                settled.version(),
                settled.period(),
                settled.from(),
                settled.to().minusDays(1),
                settled.revision(),
                account.superseded(),
                account.state().committedAt(),
                account.payables().stream()
                        .map(payable -> Document.of(payable, account))
                        .toList(),
                account.disputes().stream().map(Dispute::of).toList(),
                account.state().committedBy().value(),
                account.verifications().stream().map(Verified::of).toList(),
                account.disputableUntil());
    }
}
