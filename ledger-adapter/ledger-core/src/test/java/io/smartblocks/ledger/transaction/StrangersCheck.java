package io.smartblocks.ledger.transaction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Checks as someone would who has the page about the canonical form and Java, but nothing of this program. */
final class StrangersCheck {

    private final PublicKey key;

    StrangersCheck(String publicKey) throws GeneralSecurityException {
        this.key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    boolean signed(byte[] message, String signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(message);
        return check.verify(Base64.getDecoder().decode(signature));
    }

    static byte[] leaf(byte[] content) {
        return sha256(new byte[] {0}, content);
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** RFC 6962, section 2.1. */
    static byte[] root(List<byte[]> leafHashes) {
        int count = leafHashes.size();
        if (count == 1) {
            return leafHashes.get(0);
        }
        int left = 1;
        while (left * 2 < count) {
            left *= 2;
        }
        return node(root(leafHashes.subList(0, left)), root(leafHashes.subList(left, count)));
    }

    /** RFC 9162, section 2.1.3.2. */
    static byte[] rootOnTheWay(byte[] leafHash, int index, int size, List<byte[]> beside) {
        int place = index;
        int last = size - 1;
        byte[] hash = leafHash;
        for (byte[] other : beside) {
            if (place % 2 == 1 || place == last) {
                hash = node(other, hash);
                while (place % 2 == 0 && place != 0) {
                    place /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, other);
            }
            place /= 2;
            last /= 2;
        }
        return hash;
    }
}
