package io.smartblocks.ledger.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

/**
 * A file that keeps a key: the private half as password-encrypted PKCS#8, the public half beside it in the clear, both in
 * PEM; readable by its owner only.
 */
public record KeyFile(Path path) {

    /** Writes the key into a new file. */
    public void write(KeyPair key, char[] passphrase) {
        String text = Pem.block(Pem.PRIVATE, KeyEncryption.encrypt(key.seed(), passphrase))
                + Pem.block(Pem.PUBLIC, key.publicKey().encoded());
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (var channel = Files.newByteChannel(
                    path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            }
        } catch (FileAlreadyExistsException there) {
            throw new KeyFileProblem(
                    "key file '" + path + "' exists already; it is not overwritten, choose another name", there);
        } catch (IOException broken) {
            throw new KeyFileProblem("key file '" + path + "' cannot be written: " + broken.getMessage(), broken);
        }
    }

    /** Reads the key back. */
    public KeyPair read(char[] passphrase) {
        String text = text();
        KeyPair key = new KeyPair(KeyEncryption.decrypt(Pem.content(text, Pem.PRIVATE, path), passphrase, path));
        if (!key.publicKey().equals(publicKey(text))) {
            throw new KeyFileProblem("key file '" + path + "' holds a public key of another private key");
        }
        return key;
    }

    /** Reads the public half, for which no passphrase is needed. */
    public VerifyingKey readPublicKey() {
        return publicKey(text());
    }

    private VerifyingKey publicKey(String text) {
        String encoded = Base64.getEncoder().encodeToString(Pem.content(text, Pem.PUBLIC, path));
        try {
            return new VerifyingKey(encoded);
        } catch (IllegalArgumentException other) {
            throw new KeyFileProblem("key file '" + path + "' holds no Ed25519 public key", other);
        }
    }

    private String text() {
        try {
            return Files.readString(path, StandardCharsets.US_ASCII);
        } catch (NoSuchFileException missing) {
            throw new KeyFileProblem("key file '" + path + "' does not exist", missing);
        } catch (IOException broken) {
            throw new KeyFileProblem(
                    "key file '" + path + "' cannot be read; check that you may read it: " + broken, broken);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
