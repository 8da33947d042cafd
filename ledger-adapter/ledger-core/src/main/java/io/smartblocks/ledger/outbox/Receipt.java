package io.smartblocks.ledger.outbox;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.proof.Hash;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an entry of an outbox is called: its place in the order of appending, and the mark of what it holds. */
public record Receipt(String id) {

    private static final int MARK = 16;
    private static final Pattern FORM = Pattern.compile("[0-9]{12}-[0-9a-f]{" + MARK + "}");

    public Receipt {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id
                    + "' is not a receipt of an outbox: expected 12 digits, a hyphen and 16 hexadecimal digits");
        }
    }

    static Receipt of(long sequence, Batch batch) {
        return new Receipt(String.format(Locale.ROOT, "%012d-%s", sequence, mark(batch)));
    }

    /** Equal for the same signed transactions. */
    static String mark(Batch batch) {
        StringBuilder ids = new StringBuilder();
        batch.transactions().forEach(transaction -> ids.append(transaction.id()));
        return Hash.of(ids.toString()).value().substring(0, MARK);
    }

    String mark() {
        return id.substring(id.length() - MARK);
    }

    long sequence() {
        return Long.parseLong(id.substring(0, id.length() - MARK - 1));
    }

    @Override
    public String toString() {
        return id;
    }
}
