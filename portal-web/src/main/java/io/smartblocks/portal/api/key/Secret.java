package io.smartblocks.portal.api.key;

import io.smartblocks.ledger.proof.Hash;
import java.security.SecureRandom;
import java.util.Base64;

/** What a program shows to be let in: 256 random bits behind a prefix that scanners of leaked secrets can look for. */
record Secret(String text) {

    static final String PREFIX = "sbk_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int SHOWN = PREFIX.length() + 6;

    static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * What is kept of it. A slow hash as for passwords would gain nothing: nobody can try 2^256 secrets however fast each try
     * is, while every request of a program has to be checked.
     */
    String hash() {
        return Hash.of(text).toString();
    }

    String hint() {
        return text.substring(0, SHOWN);
    }

    /** A secret must not come into a log by accident. */
    @Override
    public String toString() {
        return "Secret";
    }
}
