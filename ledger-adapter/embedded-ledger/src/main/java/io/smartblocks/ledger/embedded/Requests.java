package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Knows which requests were answered before, in earlier blocks or in the one that is being made. */
final class Requests {

    private final LedgerIndex index;
    private final Map<String, Made> underWay;
    private final Map<String, Made> inThisBlock = new HashMap<>();

    private record Made(Transaction transaction, long block) {}

    /** With those of the block that is on its way to the disk, if there is one. */
    Requests(LedgerIndex index, Optional<Requests> underWay) {
        this.index = index;
        // its own only: what stood before it is in the index
        this.underWay = underWay.map(before -> before.inThisBlock).orElse(Map.of());
    }

    void accept(Pending pending, long block) {
        for (Transaction transaction : pending.batch().transactions()) {
            inThisBlock.put(nameOf(transaction.body()), new Made(transaction, block));
        }
    }

    /** Whether a request of the batch was accepted into this block. */
    boolean holdsOf(Pending pending) {
        return pending.batch().transactions().stream()
                .anyMatch(transaction -> inThisBlock.containsKey(nameOf(transaction.body())));
    }

    /**
     * The answer to a batch whose requests, or some of them, were made before; empty for a new one.
     *
     * @param signed whether a transaction that is not exactly the earlier one bears its signer's signature
     */
    Optional<Submission> answered(Pending pending, Predicate<Transaction> signed) {
        List<Transaction> transactions = pending.batch().transactions();
        Set<String> names = new HashSet<>();
        List<Made> earlier = new ArrayList<>();
        for (int i = 0; i < transactions.size(); i++) {
            TransactionBody body = transactions.get(i).body();
            if (!names.add(nameOf(body))) {
                return Optional.of(new Refused(
                        RefusalCode.TRANSACTION_REPEATED.code(),
                        i,
                        "the request key '" + body.requestKey() + "' stands twice in the batch"));
            }
            earlier(body).ifPresent(earlier::add);
        }
        return earlier.isEmpty() ? Optional.empty() : Optional.of(repeated(pending, earlier, signed));
    }

    private Submission repeated(Pending pending, List<Made> earlier, Predicate<Transaction> signed) {
        List<Transaction> transactions = pending.batch().transactions();
        for (int i = 0; i < transactions.size(); i++) {
            TransactionBody body = transactions.get(i).body();
            Optional<Made> before = earlier(body);
            if (before.isPresent() && !isOf(before.get(), transactions.get(i), signed)) {
                return forged(i, transactions.get(i));
            }
            if (before.isPresent()
                    && !before.get().transaction().body().requestHash().equals(body.requestHash())) {
                return used(i, body, before.get(), "for something else");
            }
            if (before.isPresent() && earlier.size() < transactions.size()) {
                return used(i, body, before.get(), "in another batch");
            }
        }
        List<TransactionId> ids =
                earlier.stream().map(made -> made.transaction().id()).toList();
        return new Committed(earlier.stream().mapToLong(Made::block).max().orElseThrow(), ids);
    }

    /** The very same transaction may be asked about again, even when its key was replaced since. */
    private static boolean isOf(Made before, Transaction now, Predicate<Transaction> signed) {
        return before.transaction().equals(now) || signed.test(now);
    }

    private static Refused forged(int place, Transaction transaction) {
        return new Refused(
                RefusalCode.SIGNATURE_WRONG.code(),
                place,
                "the signature of transaction " + transaction.id() + " was not made with the key of member '"
                        + transaction.body().signer() + "'");
    }

    private Refused used(int place, TransactionBody body, Made before, String how) {
        return new Refused(
                RefusalCode.REQUEST_KEY_USED.code(),
                place,
                "'" + body.signer() + "' used the request key '" + body.requestKey() + "' " + how + ": transaction "
                        + before.transaction().id() + " in block " + before.block()
                        + "; give each request its own key");
    }

    private Optional<Made> earlier(TransactionBody body) {
        String name = nameOf(body);
        Made made = inThisBlock.getOrDefault(name, underWay.get(name));
        return made == null ? index.earlier(body.signer(), body.requestKey()).map(this::made) : Optional.of(made);
    }

    private Made made(Transaction transaction) {
        return new Made(
                transaction,
                index.find(transaction.id()).map(TransactionPlace::block).orElseThrow());
    }

    private static String nameOf(TransactionBody body) {
        return body.signer() + " " + body.requestKey();
    }
}
