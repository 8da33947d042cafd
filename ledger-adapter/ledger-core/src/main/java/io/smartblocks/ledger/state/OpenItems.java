package io.smartblocks.ledger.state;

import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is still open of the documents of a period, made of its newest settlement and of all payments for the period.
 *
 * <p>A payment counts for the document that it names. One that was made under an earlier revision counts on: for the
 * document of the same number where payer and payee are still the same, then for others from that payer to that payee, in
 * the order of their numbers. What then remains was paid too much, and counts for nothing else.
 */
public final class OpenItems {

    private final Map<Integer, Item> items = new TreeMap<>();

    private OpenItems(List<Payable> payables) {
        payables.forEach(payable -> items.put(payable.document(), new Item(payable)));
    }

    /** The items of a period, whose payments may be of any of its revisions. */
    public static OpenItems of(SettlementId newest, List<Payable> payables, Collection<PaymentState> payments) {
        OpenItems open = new OpenItems(payables);
        List<PaymentState> standing = payments.stream()
                .filter(PaymentState::stands)
                .sorted(Comparator.comparing(PaymentState::paidOn)
                        .thenComparing(payment -> payment.settlement().revision())
                        .thenComparing(PaymentState::document)
                        .thenComparing(PaymentState::reference))
                .toList();
        standing.stream()
                .filter(payment -> payment.settlement().equals(newest))
                .forEach(payment -> open.items.get(payment.document()).take(payment, payment.amount()));
        standing.stream()
                .filter(payment -> !payment.settlement().equals(newest))
                .forEach(open::carry);
        return open;
    }

    /** What has still to be paid of a document. */
    public BigDecimal open(int document) {
        return items.get(document).open;
    }

    /** The day on which the last part of a document was paid; none while something is open. */
    public Optional<LocalDate> paidOn(int document) {
        Item item = items.get(document);
        return item.open.signum() == 0 ? item.lastPaidOn() : Optional.empty();
    }

    /** The day on which so much of a document was paid, the earliest payments first; none while less is. */
    public Optional<LocalDate> paidOn(int document, BigDecimal amount) {
        BigDecimal paid = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> day : items.get(document).taken.entrySet()) {
            paid = paid.add(day.getValue());
            if (paid.compareTo(amount) >= 0) {
                return Optional.of(day.getKey());
            }
        }
        return Optional.empty();
    }

    private void carry(PaymentState payment) {
        List<Item> ofTheSame = items.values().stream()
                .filter(item -> item.payable.payer().equals(payment.payer())
                        && item.payable.payee().equals(payment.payee()))
                .sorted(Comparator.comparing((Item item) -> item.payable.document() != payment.document())
                        .thenComparing(item -> item.payable.document()))
                .toList();
        BigDecimal left = payment.amount();
        for (Item item : ofTheSame) {
            left = left.subtract(item.take(payment, left));
        }
    }

    private static final class Item {
        private final Payable payable;
        private BigDecimal open;
        private final TreeMap<LocalDate, BigDecimal> taken = new TreeMap<>();

        Item(Payable payable) {
            this.payable = payable;
            this.open = payable.amount();
        }

        /** Takes no more than is open, and says how much that is. */
        BigDecimal take(PaymentState payment, BigDecimal most) {
            BigDecimal part = most.min(open);
            if (part.signum() > 0) {
                open = open.subtract(part);
                taken.merge(payment.paidOn(), part, BigDecimal::add);
            }
            return part;
        }

        Optional<LocalDate> lastPaidOn() {
            return Optional.ofNullable(taken.lastEntry()).map(Map.Entry::getKey);
        }
    }
}
