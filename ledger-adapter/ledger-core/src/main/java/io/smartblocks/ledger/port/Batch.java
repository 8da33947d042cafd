package io.smartblocks.ledger.port;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MalformedJson;
import io.smartblocks.ledger.transaction.SharedWriting;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.util.List;

/** Transactions that are committed together or not at all; while they are on their way, each of their texts is written once. */
public final class Batch {

    private final Content content;
    private final SharedWriting writing;

    private record Content(List<Transaction> transactions) {

        Content {
            transactions = List.copyOf(transactions);
            if (transactions.isEmpty()) {
                throw new IllegalArgumentException("a batch holds at least one transaction");
            }
        }
    }

    /** A batch of these transactions, in this order. */
    public Batch(List<Transaction> transactions) {
        this(new Content(transactions), new SharedWriting());
    }

    private Batch(Content content, SharedWriting writing) {
        this.content = content;
        this.writing = writing;
    }

    /** A batch of these transactions, in this order. */
    public static Batch of(Transaction... transactions) {
        return new Batch(List.of(transactions));
    }

    /** Signs many requests of one signer with a single signature. */
    public static Batch signed(List<TransactionBody> bodies, Signer signer) {
        SharedWriting writing = new SharedWriting();
        return new Batch(new Content(Transaction.signAll(bodies, signer, writing)), writing);
    }

    /**
     * The batch that a text says.
     *
     * @throws MalformedJson naming the field that is unknown, missing or not of its type
     */
    public static Batch fromJson(String json) {
        return new Batch(CanonicalJson.read(json, Content.class), new SharedWriting());
    }

    /** Its canonical text. */
    public String json() {
        return CanonicalJson.write(content);
    }

    public List<Transaction> transactions() {
        return content.transactions();
    }

    /** Writes them, and what comes of them. */
    public SharedWriting writing() {
        return writing;
    }
}
