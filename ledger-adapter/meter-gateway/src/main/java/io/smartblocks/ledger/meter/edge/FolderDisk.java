package io.smartblocks.ledger.meter.edge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The steps in which a folder is changed; tests let the machine stop at each of them. */
interface FolderDisk {

    /** The real one. */
    FolderDisk REAL = new FolderDisk() {};

    /** Writes a file, or replaces what was in it. */
    default void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** Gives a file another name, which nothing else has, or of which it takes the place. */
    default void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
