package io.smartblocks.portal.settlement;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.OpenItems;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.LedgerTerms.DisputeRight;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Part;
import io.smartblocks.runtime.settlement.Settlement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A settlement with what became of it: who paid how much of it, who disputes it, and who still may.
 *
 * @param payments all payments for its period, whichever of its revisions they named
 * @param superseded whether the period was settled again since, so that nothing is to be paid by this revision any more
 */
public record SettlementAccount(
        SettlementState state,
        Proposal agreement,
        List<PaymentState> payments,
        List<DisputeState> disputes,
        List<VerificationState> verifications,
        boolean superseded) {

    /** As it stands on the ledger now. */
    public static SettlementAccount of(SettlementState state, StateView ledger) {
        CommitSettlement settled = state.settlement();
        Proposal agreement = ledger.state(
                        StateKey.agreement(settled.agreement(), settled.version()), AgreementState.class)
                .orElseThrow()
                .proposal();
        return new SettlementAccount(
                state,
                agreement,
                ledger.states(StateKey.payments(settled.id())).stream()
                        .map(entry -> (PaymentState) entry.state())
                        .toList(),
                under("dispute", settled.id(), ledger)
                        .map(DisputeState.class::cast)
                        .toList(),
                under("verification", settled.id(), ledger)
                        .map(VerificationState.class::cast)
                        .toList(),
                ledger.state(next(settled)).isPresent());
    }

    /** As it stood when the ledger was last read. */
    static SettlementAccount read(SettlementRecord record, ReadModel read) {
        CommitSettlement settled = record.settlement();
        long newest = read.height() - 1;
        return new SettlementAccount(
                new SettlementState(settled, record.committedBy(), record.committedAt()),
                read.agreements()
                        .agreement(settled.agreement(), settled.version())
                        .orElseThrow()
                        .proposal(),
                read.payments().ofPeriod(settled.id(), newest).stream()
                        .map(Recorded::state)
                        .toList(),
                read.disputes().of(settled.id(), newest).stream()
                        .map(Recorded::state)
                        .toList(),
                read.verifications().of(settled.id()),
                read.settlements()
                        .settlement(settled.agreement(), settled.period(), settled.from(), settled.revision() + 1)
                        .isPresent());
    }

    private static StateKey next(CommitSettlement settled) {
        return StateKey.settlement(settled.agreement(), settled.period(), settled.from(), settled.revision() + 1);
    }

    private static Stream<State> under(String kind, SettlementId id, StateView ledger) {
        StateKey settlement = StateKey.settlement(id);
        String path = settlement.value().substring(settlement.kind().length());
        return ledger.states(kind + path + "/").stream().map(entry -> entry.state());
    }

    /** What was settled. */
    public CommitSettlement settled() {
        return state.settlement();
    }

    /** What is payable by it. */
    public List<Payable> payables() {
        return settled().summary().payables();
    }

    /** What of a document is due on each day; the ledger itself knows the day by which all of it is. */
    public List<Part> parts(Payable payable) {
        List<Part> whole = List.of(new Part(payable.amount(), payable.due()));
        try {
            return Settlement.fromJson(settled().statement().getBytes(UTF_8)).documents().stream()
                    .filter(document -> document.number() == payable.document())
                    .findFirst()
                    .map(Document::parts)
                    .orElse(whole);
        } catch (IllegalArgumentException e) {
            // what a foreign runtime wrote in a form of its own is payable all the same
            return whole;
        }
    }

    /**
     * What was received of a document, what was taken back too: under this revision, and under earlier ones from the same
     * payer to the same payee.
     */
    public List<PaymentState> payments(Payable payable) {
        return payments.stream()
                .filter(payment -> payment.document() == payable.document()
                        && payment.settlement().revision() <= settled().revision()
                        && payment.payer().equals(payable.payer())
                        && payment.payee().equals(payable.payee()))
                .toList();
    }

    /** What of a document is still to be paid; nothing where the period was settled again since. */
    public BigDecimal open(Payable payable) {
        return superseded ? BigDecimal.ZERO : items().open(payable.document());
    }

    /** The day on which the last part of a document was paid; none while something is open. */
    public Optional<LocalDate> paidOn(Payable payable) {
        return superseded ? Optional.empty() : items().paidOn(payable.document());
    }

    private OpenItems items() {
        return OpenItems.of(settled().id(), payables(), payments);
    }

    /** The last day on which each party that can dispute it may do so, by its name in the text; each does so once. */
    public SortedMap<String, LocalDate> disputableUntil() {
        LocalDate settledOn =
                LocalDate.ofInstant(state.committedAt(), agreement.terms().zone());
        LocalDate lastDay = settled().to().minusDays(1);
        SortedMap<String, LocalDate> until = new TreeMap<>();
        List<DisputeRight> rights = superseded ? List.of() : agreement.terms().disputes();
        for (DisputeRight right : rights) {
            until.merge(
                    right.party(), right.until(settledOn, lastDay), (one, other) -> one.isAfter(other) ? one : other);
        }
        disputes.forEach(dispute -> until.keySet().removeIf(party -> agreement.is(party, dispute.organisation())));
        return until;
    }

    /** Whether something is still to be paid or decided. */
    public boolean isOpen() {
        return payables().stream().anyMatch(payable -> open(payable).signum() > 0)
                || disputes.stream().anyMatch(DisputeState::open);
    }
}
