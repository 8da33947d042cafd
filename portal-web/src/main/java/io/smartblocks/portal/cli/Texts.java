package io.smartblocks.portal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Reads and replaces text files, and says in words why that is not possible. */
final class Texts {

    private Texts() {}

    static String read(Path file) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
        } catch (CharacterCodingException e) {
            throw new InputRefused("'%s' is not UTF-8 text; save or convert it as UTF-8.".formatted(file), e);
        }
    }

    /** The content of a file as it is. */
    static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputRefused("'%s' is a directory; name the files in it.".formatted(file));
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InputRefused("There is no file '%s'.".formatted(file), e);
        } catch (AccessDeniedException e) {
            throw new InputRefused("'%s' may not be read by this user.".formatted(file), e);
        } catch (IOException e) {
            throw new InputRefused("'%s' cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /** Puts the new text in place at once, so that a reader sees the old text or the new one, never a half. */
    static void replace(Path file, String text) {
        replace(file, text.getBytes(UTF_8));
    }

    /** Puts other content than text in place in the same way. */
    static void replace(Path file, byte[] content) {
        Path target = file.toAbsolutePath();
        try {
            Path fresh = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".new");
            try {
                Files.write(fresh, content, StandardOpenOption.CREATE_NEW);
                keepMode(target, fresh);
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new InputRefused("'%s' cannot be written: %s.".formatted(file, e), e);
        }
    }

    /** A file that is replaced stays readable by whom it was; a new one by whom the user's umask says. */
    private static void keepMode(Path old, Path fresh) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view != null && Files.exists(old)) {
            view.setPermissions(Files.getPosixFilePermissions(old));
        }
    }
}
