package io.smartblocks.portal.energy.upload;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes a file in as a stream: unpacked, bounded, with its digest; nothing stays of one that is refused. */
@Component
class Receiving {

    /** A reading of CSV takes about 30 bytes, so this is some eight years of quarter hours. */
    static final long MOST_CSV = 8L << 20;
    /** A reading of Green Button takes about 150 bytes. */
    static final long MOST_XML = 32L << 20;

    private static final Set<String> ENDINGS = Set.of("csv", "txt", "xml");
    private static final long MEGABYTE = 1L << 20;
    private static final int BUFFER = 1 << 14;
    private static final int LOOKED_AT = 64;

    private final Path folder;

    Receiving(@Value("${smartblocks.data}") Path data) throws IOException {
        this.folder = Files.createDirectories(data.resolve("uploads"));
        // what a session of an earlier run left behind belongs to nobody
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    Received take(MultipartFile file, String meter, boolean leavingOut) {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        if (!ENDINGS.contains(ending(name))) {
            return new Received.Refused("upload.ending", name);
        }
        try (InputStream in = new BufferedInputStream(file.getInputStream(), BUFFER)) {
            return take(name, in, meter, leavingOut);
        } catch (ZipException | EOFException broken) {
            return new Received.Refused("upload.gzip", name);
        } catch (IOException e) {
            throw new UncheckedIOException("The file '" + name + "' could not be taken in", e);
        }
    }

    private Received take(String name, InputStream in, String meter, boolean leavingOut) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        InputStream plain = new BufferedInputStream(packed ? new GZIPInputStream(in, BUFFER) : in, BUFFER);
        plain.mark(LOOKED_AT);
        byte[] first = plain.readNBytes(LOOKED_AT);
        plain.reset();
        if (first.length > 3 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4) {
            return new Received.Refused("upload.zip", name);
        }
        long most = looksLikeMarkup(first) ? MOST_XML : MOST_CSV;
        Path stored = Files.createTempFile(
                folder,
                "readings-",
                ".upload",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        MessageDigest digest = sha256();
        long bytes;
        try (OutputStream out = Files.newOutputStream(stored)) {
            bytes = copy(plain, out, digest, most);
        } catch (IOException e) {
            Files.deleteIfExists(stored);
            throw e;
        }
        if (bytes > most || bytes == 0) {
            Files.deleteIfExists(stored);
            return bytes == 0
                    ? new Received.Refused("upload.empty", name)
                    : new Received.Refused("upload.large", name, most / MEGABYTE);
        }
        return new Received.Kept(new Upload(
                UUID.randomUUID().toString(),
                name,
                stored.toString(),
                HexFormat.of().formatHex(digest.digest()),
                bytes,
                meter,
                leavingOut));
    }

    /** Whether the bytes are still those that were shown. */
    boolean isUnchanged(Upload upload) {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(Path.of(upload.stored()))) {
            copy(in, OutputStream.nullOutputStream(), digest, Long.MAX_VALUE);
        } catch (IOException gone) {
            return false;
        }
        return MessageDigest.isEqual(digest.digest(), HexFormat.of().parseHex(upload.digest()));
    }

    /** Copies at most a little more than is allowed; how many bytes there were, as far as it looked. */
    private static long copy(InputStream in, OutputStream out, MessageDigest digest, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int n = in.read(buffer); n >= 0 && bytes <= most; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            digest.update(buffer, 0, n);
            bytes += n;
        }
        return bytes;
    }

    private static boolean looksLikeMarkup(byte[] first) {
        for (byte b : first) {
            if (b == '<') {
                return true;
            }
            if (b > ' ' && b < 0x7f) {
                return false;
            }
        }
        return false;
    }

    /** What a name ends in, without the ending of a packed file. */
    private static String ending(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
