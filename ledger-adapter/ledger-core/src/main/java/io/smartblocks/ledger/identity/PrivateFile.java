package io.smartblocks.ledger.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A file that only its owner may read, and that is there whole or not at all. */
record PrivateFile(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** Puts the content where no file is yet. */
    void create(byte[] content) throws IOException {
        Path target = path.toAbsolutePath();
        Files.createDirectories(target.getParent());
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        Path fresh = write(content, target);
        try {
            link(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
        syncDirectory(target);
    }

    /** Puts the content in the place of the file that is there. */
    void replace(byte[] content) throws IOException {
        Path target = path.toRealPath();
        Path fresh = write(content, target);
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        syncDirectory(target);
    }

    /** How it may be read by others than its owner, such as {@code rw-r--r--}; empty where it may not. */
    Optional<String> openTo() throws IOException {
        if (!posix()) {
            return Optional.empty();
        }
        Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(path);
        boolean others =
                allowed.stream().anyMatch(permission -> !permission.name().startsWith("OWNER_"));
        return others ? Optional.of(PosixFilePermissions.toString(allowed)) : Optional.empty();
    }

    private Path write(byte[] content, Path target) throws IOException {
        Path fresh = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes())) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return fresh;
        } catch (IOException broken) {
            Files.deleteIfExists(fresh);
            throw broken;
        }
    }

    /** A link fails where a file came in between; a move would take its place. */
    private static void link(Path fresh, Path target) throws IOException {
        try {
            Files.createLink(target, fresh);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (UnsupportedOperationException | IOException noLinksHere) {
            Files.move(fresh, target);
        }
    }

    private static void syncDirectory(Path target) {
        try (FileChannel directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException notHere) {
            // Windows opens no directory; there the file system keeps names in its own journal
            return;
        }
    }

    private FileAttribute<?>[] attributes() {
        return posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
