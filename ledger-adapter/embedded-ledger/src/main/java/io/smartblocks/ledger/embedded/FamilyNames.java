package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which family each type of payload belongs to, from the first transaction of that type. */
final class FamilyNames {

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private FamilyNames() {}

    static String of(String type, byte[] content, int start, int length) {
        String known = KNOWN.get(type);
        if (known != null) {
            return known;
        }
        String text = new String(content, start, length, StandardCharsets.UTF_8);
        String family =
                CanonicalJson.read(text, Transaction.class).body().payload().family();
        KNOWN.put(type, family);
        return family;
    }
}
