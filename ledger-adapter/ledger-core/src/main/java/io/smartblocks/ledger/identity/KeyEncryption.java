package io.smartblocks.ledger.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/** Encrypts a private key under a passphrase with PBES2 (PBKDF2 with HMAC-SHA-256, AES-256-CBC). */
final class KeyEncryption {

    private static final String ALGORITHM = "PBEWithHmacSHA256AndAES_256";
    private static final int ITERATIONS = 210_000;
    // what PKCS#8 writes before the 32 bytes of an Ed25519 key
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private KeyEncryption() {}

    static byte[] encrypt(byte[] seed, char[] passphrase) {
        byte[] salt = new byte[16];
        byte[] start = new byte[16];
        SecureRandom random = new SecureRandom();
        random.nextBytes(salt);
        random.nextBytes(start);
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    secret(passphrase),
                    new PBEParameterSpec(salt, ITERATIONS, new IvParameterSpec(start)));
            byte[] plain = pkcs8(seed);
            byte[] encrypted = cipher.doFinal(plain);
            Arrays.fill(plain, (byte) 0);
            // Java 17 knows the scheme's object identifier by its general name only
            AlgorithmParameters scheme = AlgorithmParameters.getInstance("PBES2");
            scheme.init(cipher.getParameters().getEncoded());
            return new EncryptedPrivateKeyInfo(scheme, encrypted).getEncoded();
        } catch (GeneralSecurityException | IOException broken) {
            throw new KeyFileProblem("the private key cannot be encrypted", broken);
        }
    }

    static byte[] decrypt(byte[] content, char[] passphrase, Path path) {
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(content);
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(Cipher.DECRYPT_MODE, secret(passphrase), info.getAlgParameters());
            byte[] plain = cipher.doFinal(info.getEncryptedData());
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(plain));
            return ((EdECPrivateKey) key).getBytes().orElseThrow();
        } catch (BadPaddingException | InvalidKeySpecException wrong) {
            throw new KeyFileProblem("wrong passphrase for key file '" + path + "'", wrong);
        } catch (GeneralSecurityException | IOException broken) {
            throw new KeyFileProblem("key file '" + path + "' is damaged within its " + Pem.PRIVATE, broken);
        }
    }

    private static byte[] pkcs8(byte[] seed) {
        byte[] plain = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, plain, PKCS8.length, seed.length);
        return plain;
    }

    private static SecretKey secret(char[] passphrase) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec);
        } finally {
            spec.clearPassword();
        }
    }
}
