package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.KeyCertificate;
import io.smartblocks.ledger.identity.MemberId;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What {@code key new} and {@code key show} print of a key store.
 *
 * @param member whose it is
 * @param checked whether its password has shown that it was not changed
 * @param keys newest first
 */
record KeyReport(String member, boolean checked, List<Key> keys) {

    /** The public half of one key. */
    record Key(String alias, String publicKey, String fingerprint, Instant since) {}

    static KeyReport of(MemberId member, List<KeyCertificate> oldestFirst, boolean checked) {
        List<Key> keys = new ArrayList<>(oldestFirst.stream()
                .map(certificate -> new Key(
                        certificate.publicKey().shortFingerprint(),
                        certificate.publicKey().value(),
                        certificate.publicKey().fingerprint().value(),
                        certificate.since()))
                .toList());
        Collections.reverse(keys);
        return new KeyReport(member.value(), checked, List.copyOf(keys));
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            JsonReport.print(out, this);
            return;
        }
        out.println("member       " + member);
        for (Key key : keys) {
            out.println();
            out.println("alias        " + key.alias() + (keys.size() > 1 ? age(key) : ""));
            out.println("public key   " + key.publicKey());
            out.println("fingerprint  " + key.fingerprint());
            out.println("since        " + key.since());
        }
    }

    private String age(Key key) {
        return key.equals(keys.get(0)) ? " (newest)" : " (older)";
    }
}
