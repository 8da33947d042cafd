package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementAction.ReversePayment;
import io.smartblocks.ledger.transaction.SettlementId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Payments: the payee says what it received for which document of the newest revision, never more than is open. */
final class Payments {

    private static final int FINEST_SCALE = 6;

    private Payments() {}

    static Decision decide(SettlementAction action, Request request) {
        if (!request.maySign() && !request.has(Role.RUNTIME)) {
            return request.notAllowed("the role signatory or runtime");
        }
        if (action instanceof RecordPayment payment) {
            return asPayee(
                    payment.settlement(),
                    payment.document(),
                    request,
                    (committed, payable) -> record(payment, committed, payable, request));
        }
        ReversePayment reversal = (ReversePayment) action;
        return asPayee(
                reversal.settlement(),
                reversal.document(),
                request,
                (committed, payable) -> reverse(reversal, committed, request));
    }

    private static Decision asPayee(
            SettlementId id, int document, Request request, BiFunction<Committed, Payable, Decision> act) {
        return Committed.forParty(id, request, committed -> {
            Optional<Payable> payable = committed.state().settlement().summary().payables().stream()
                    .filter(each -> each.document() == document)
                    .findFirst();
            if (payable.isEmpty()) {
                return Decision.refuse(
                        RefusalCode.DOCUMENT_UNKNOWN,
                        "nothing is payable by document " + document + " of " + committed.inWords());
            }
            MemberId payee = committed.agreement().parties().get(payable.get().payee());
            return request.organisation().equals(payee)
                    ? act.apply(committed, payable.get())
                    : request.notAllowed("to act for '" + payee + "', which is the payee of document " + document);
        });
    }

    private static Decision record(RecordPayment payment, Committed committed, Payable payable, Request request) {
        StateKey key = StateKey.payment(payment.settlement(), payment.document(), payment.reference());
        SettledPeriod period = SettledPeriod.of(payment.settlement(), request);
        return Texts.problemWith("the reference of the payment", payment.reference(), 140)
                .or(() -> amount(payment.amount(), payable))
                .or(() -> day(payment.paidOn(), request))
                .or(() -> known(key, payment, request))
                .or(() -> superseded(committed, request))
                .or(() -> tooMuch(payment, payable, period.open(payable)))
                .orElseGet(() -> write(period, key, received(payment, payable, request), committed, request));
    }

    private static Optional<Decision> superseded(Committed committed, Request request) {
        return committed.superseded(request)
                ? Optional.of(Decision.refuse(
                        RefusalCode.SETTLEMENT_SUPERSEDED,
                        committed.inWords() + " was settled again since; record the payment under its newest revision,"
                                + " to which earlier ones count on"))
                : Optional.empty();
    }

    private static Optional<Decision> amount(BigDecimal amount, Payable payable) {
        if (amount.signum() > 0 && amount.scale() <= FINEST_SCALE) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.INVALID_CONTENT,
                amount.toPlainString() + " " + payable.currency()
                        + " cannot have been paid; expected more than 0, in at most " + FINEST_SCALE
                        + " decimal places"));
    }

    /** In no zone of the world is it a later day than a day after UTC's. */
    private static Optional<Decision> day(LocalDate paidOn, Request request) {
        LocalDate latest = LocalDate.ofInstant(request.now(), ZoneOffset.UTC).plusDays(1);
        return Days.problemWith("the day of the payment", paidOn)
                .or(() -> paidOn.isAfter(latest)
                        ? Optional.of(Decision.refuse(
                                RefusalCode.FROM_THE_FUTURE,
                                "the payment is said to be of " + paidOn + ", but the ledger's time is "
                                        + request.now()))
                        : Optional.empty());
    }

    private static Optional<Decision> known(StateKey key, RecordPayment payment, Request request) {
        return request.view()
                .state(key, PaymentState.class)
                .map(before -> Decision.refuse(
                        RefusalCode.PAYMENT_KNOWN,
                        "the payment '" + payment.reference() + "' of "
                                + before.amount().toPlainString() + " "
                                + before.currency() + " on " + before.paidOn() + " stands already"
                                + before.reversed()
                                        .map(why -> ", taken back: " + why)
                                        .orElse("")
                                + "; give another payment its own reference"));
    }

    private static Optional<Decision> tooMuch(RecordPayment payment, Payable payable, BigDecimal open) {
        if (payment.amount().compareTo(open) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.PAYMENT_EXCEEDS,
                "of the " + payable.amount().toPlainString() + " " + payable.currency() + " of document "
                        + payable.document() + " only " + open.toPlainString() + " are open, but "
                        + payment.amount().toPlainString()
                        + " are said to be paid; state what belongs to this document"));
    }

    private static Decision write(
            SettledPeriod period, StateKey key, PaymentState payment, Committed committed, Request request) {
        List<StateEntry> writes = new ArrayList<>(List.of(new StateEntry(key, payment)));
        writes.addAll(period.reputationWith(key, payment, committed, request));
        return new Decision.Applied(new StateChanges(writes));
    }

    private static PaymentState received(RecordPayment payment, Payable payable, Request request) {
        return new PaymentState(
                payment.settlement(),
                payment.document(),
                payable.payer(),
                payable.payee(),
                payment.amount(),
                payable.currency(),
                payment.paidOn(),
                payment.reference(),
                request.signer().id(),
                Optional.empty());
    }

    private static Decision reverse(ReversePayment reversal, Committed committed, Request request) {
        StateKey key = StateKey.payment(reversal.settlement(), reversal.document(), reversal.reference());
        Optional<PaymentState> standing =
                request.view().state(key, PaymentState.class).filter(PaymentState::stands);
        if (standing.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.PAYMENT_UNKNOWN,
                    "no payment '" + reversal.reference() + "' of document " + reversal.document() + " stands");
        }
        return Texts.problemWithReason("taking back a payment", reversal.reason())
                .orElseGet(() -> write(
                        SettledPeriod.of(reversal.settlement(), request),
                        key,
                        standing.get().reverse(reversal.reason()),
                        committed,
                        request));
    }
}
