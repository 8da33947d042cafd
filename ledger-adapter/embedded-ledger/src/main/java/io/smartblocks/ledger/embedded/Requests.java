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

/** Knows which requests were answered before, in earlier blocks or in the one that is being made. */
final class Requests {

    private final LedgerIndex index;
    private final long blockBeingMade;
    private final Map<String, Transaction> inThisBlock = new HashMap<>();

    Requests(LedgerIndex index, long blockBeingMade) {
        this.index = index;
        this.blockBeingMade = blockBeingMade;
    }

    void accept(Pending pending) {
        for (Transaction transaction : pending.batch().transactions()) {
            inThisBlock.put(nameOf(transaction.body()), transaction);
        }
    }

    /** The answer to a batch whose requests, or some of them, were made before; empty for a new one. */
    Optional<Submission> answered(Pending pending) {
        List<Transaction> transactions = pending.batch().transactions();
        Set<String> names = new HashSet<>();
        List<Transaction> earlier = new ArrayList<>();
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
        return earlier.isEmpty() ? Optional.empty() : Optional.of(repeated(pending, earlier));
    }

    private Submission repeated(Pending pending, List<Transaction> earlier) {
        List<Transaction> transactions = pending.batch().transactions();
        for (int i = 0; i < transactions.size(); i++) {
            TransactionBody body = transactions.get(i).body();
            Optional<Transaction> before = earlier(body);
            if (before.isPresent() && !before.get().body().requestHash().equals(body.requestHash())) {
                return used(i, body, before.get(), "for something else");
            }
            if (before.isPresent() && earlier.size() < transactions.size()) {
                return used(i, body, before.get(), "in another batch");
            }
        }
        List<TransactionId> ids = earlier.stream().map(Transaction::id).toList();
        long last = ids.stream().mapToLong(this::blockOf).max().orElseThrow();
        return new Committed(last, ids);
    }

    private Refused used(int place, TransactionBody body, Transaction before, String how) {
        return new Refused(
                RefusalCode.REQUEST_KEY_USED.code(),
                place,
                "'" + body.signer() + "' used the request key '" + body.requestKey() + "' " + how + ": transaction "
                        + before.id() + " in block " + blockOf(before.id())
                        + "; give each request its own key");
    }

    private long blockOf(TransactionId id) {
        return index.find(id).map(TransactionPlace::block).orElse(blockBeingMade);
    }

    private Optional<Transaction> earlier(TransactionBody body) {
        Transaction here = inThisBlock.get(nameOf(body));
        return here == null ? index.earlier(body.signer(), body.requestKey()) : Optional.of(here);
    }

    private static String nameOf(TransactionBody body) {
        return body.signer() + " " + body.requestKey();
    }
}
