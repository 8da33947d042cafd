package io.smartblocks.ledger.identity;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OutputEncryptor;

/** Encrypts a private key under a password with PBES2 (PBKDF2 with HMAC-SHA-256, AES-256-CBC). */
final class KeyEncryption implements OutputEncryptor {

    private static final String ALGORITHM = "PBEWithHmacSHA256AndAES_256";

    private final Cipher cipher;
    private final AlgorithmIdentifier algorithm;

    KeyEncryption(KeyPassword password) {
        byte[] salt = new byte[16];
        byte[] start = new byte[16];
        SecureRandom random = new SecureRandom();
        random.nextBytes(salt);
        random.nextBytes(start);
        PBEKeySpec secret = new PBEKeySpec(password.letters());
        try {
            this.cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    SecretKeyFactory.getInstance(ALGORITHM).generateSecret(secret),
                    new PBEParameterSpec(salt, password.rounds(), new IvParameterSpec(start)));
            this.algorithm = new AlgorithmIdentifier(
                    PKCSObjectIdentifiers.id_PBES2,
                    ASN1Primitive.fromByteArray(cipher.getParameters().getEncoded()));
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException("this Java cannot encrypt a private key with " + ALGORITHM, broken);
        } finally {
            secret.clearPassword();
        }
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm;
    }

    @Override
    public OutputStream getOutputStream(OutputStream encrypted) {
        return new CipherOutputStream(encrypted, cipher);
    }

    @Override
    public GenericKey getKey() {
        throw new UnsupportedOperationException("the key made of a password is not handed out");
    }
}
