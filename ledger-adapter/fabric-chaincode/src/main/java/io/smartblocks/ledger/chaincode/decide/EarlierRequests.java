package io.smartblocks.ledger.chaincode.decide;

import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.Carried;
import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Knows which requests were carried before, so that each happens once. */
final class EarlierRequests {

    private final Peer peer;

    private record Made(TransactionId id, Carried.By by) {}

    EarlierRequests(Peer peer) {
        this.peer = peer;
    }

    /** Remembers the requests of a batch that is taken. */
    void accept(List<Transaction> batch) {
        for (int place = 0; place < batch.size(); place++) {
            Transaction transaction = batch.get(place);
            TransactionBody body = transaction.body();
            Carried.By by = new Carried.By(peer.carrier(), place, body.requestHash(), whole(transaction));
            peer.write(keyOf(body), Texts.bytes(transaction.id().toString()));
            peer.write(PeerKeys.transaction(transaction.id()), CanonicalJson.bytes(by));
        }
    }

    /**
     * The answer to a batch whose requests, or some of them, were made before; empty for a new one.
     *
     * @param signed whether a transaction that is not exactly the earlier one bears its signer's signature
     */
    Optional<Answer> answered(List<Transaction> batch, Predicate<Transaction> signed) {
        TreeSet<String> names = new TreeSet<>();
        TreeMap<Integer, Made> earlier = new TreeMap<>();
        for (int place = 0; place < batch.size(); place++) {
            TransactionBody body = batch.get(place).body();
            if (!names.add(keyOf(body))) {
                return Optional.of(new Answer.Refused(
                        RefusalCode.TRANSACTION_REPEATED.code(),
                        place,
                        "the request key '" + body.requestKey() + "' stands twice in the batch"));
            }
            Optional<Made> before = before(body);
            if (before.isPresent()) {
                earlier.put(place, before.get());
            }
        }
        return earlier.isEmpty() ? Optional.empty() : Optional.of(repeated(batch, earlier, signed));
    }

    private static Answer repeated(
            List<Transaction> batch, TreeMap<Integer, Made> earlier, Predicate<Transaction> signed) {
        for (int place : earlier.keySet()) {
            Transaction now = batch.get(place);
            Made before = earlier.get(place);
            if (!before.by().whole().equals(whole(now)) && !signed.test(now)) {
                return forged(place, now);
            }
            if (!before.by().request().equals(now.body().requestHash())) {
                return used(place, now.body(), before, "for something else");
            }
            if (earlier.size() < batch.size()) {
                return used(place, now.body(), before, "in another batch");
            }
        }
        List<String> carriers = earlier.values().stream()
                .map(made -> made.by().carrier())
                .distinct()
                .toList();
        List<String> ids =
                earlier.values().stream().map(made -> made.id().toString()).toList();
        return new Answer.Repeated(carriers, ids);
    }

    private static Answer forged(int place, Transaction transaction) {
        return new Answer.Refused(
                RefusalCode.SIGNATURE_WRONG.code(),
                place,
                "the signature of transaction " + transaction.id() + " was not made with the key of member '"
                        + transaction.body().signer() + "'");
    }

    private static Answer used(int place, TransactionBody body, Made before, String how) {
        return new Answer.Refused(
                RefusalCode.REQUEST_KEY_USED.code(),
                place,
                "'" + body.signer() + "' used the request key '" + body.requestKey() + "' " + how + ": transaction "
                        + before.id() + "; give each request its own key");
    }

    private Optional<Made> before(TransactionBody body) {
        return peer.read(keyOf(body)).map(Texts::of).map(TransactionId::of).map(id -> new Made(id, by(id)));
    }

    private Carried.By by(TransactionId id) {
        return peer.read(PeerKeys.transaction(id))
                .map(text -> CanonicalJson.read(Texts.of(text), Carried.By.class))
                .orElseThrow(() -> new IllegalStateException(
                        "a request leads to transaction " + id + ", of which the peer knows nothing"));
    }

    private static Hash whole(Transaction transaction) {
        return Hash.of(CanonicalJson.bytes(transaction));
    }

    private static String keyOf(TransactionBody body) {
        return PeerKeys.request(body.signer(), body.requestKey());
    }
}
