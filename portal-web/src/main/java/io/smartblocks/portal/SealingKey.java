package io.smartblocks.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Locks secrets that the portal must be able to read again, so that its tables alone do not give them away: AES-256-GCM with a
 * key of the data directory.
 */
@Component
public class SealingKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;

    /** The key in a file, which is made when something is sealed first. */
    public SealingKey(@Value("${smartblocks.sealing-key-file:${smartblocks.data}/keys/sealing.key}") Path file) {
        this.file = file;
    }

    /** Seals a text for one purpose; it opens for the same purpose only. */
    public String seal(String text, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), purpose);
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    /**
     * Opens what was sealed.
     *
     * @throws IllegalStateException if it was sealed with another key or for another purpose
     */
    public String open(String sealed, String purpose) {
        byte[] both = Base64.getDecoder().decode(sealed);
        byte[] opened = run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(both, NONCE_BYTES),
                Arrays.copyOfRange(both, NONCE_BYTES, both.length),
                purpose);
        return new String(opened, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String purpose) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(
                    "What was sealed for '" + purpose + "' does not open with the key in '" + file
                            + "': put the file there that belonged to this database",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-256-GCM", e);
        }
    }

    private synchronized byte[] key() {
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[KEY_BYTES];
                RANDOM.nextBytes(made);
                Secrets.write(file, Base64.getEncoder().encodeToString(made));
            }
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("'" + file + "' holds " + key.length + " bytes; expected the Base64 of "
                        + KEY_BYTES + ", as the portal wrote it");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The sealing key '" + file + "' cannot be read or written", e);
        }
    }
}
