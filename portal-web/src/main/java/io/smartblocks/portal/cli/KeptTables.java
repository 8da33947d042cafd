package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.ReadModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables in a directory of their own, used again only if every byte of the blocks that they were made from is still the
 * same. Where none can be kept, since the place may not be written or another process uses them, they go when they are closed.
 */
final class KeptTables implements AutoCloseable {

    private static final String MADE_FROM = "blocks.sha256";

    private final Path directory;
    private final ReadModel model;
    private final boolean kept;

    private KeptTables(Path directory, ReadModel model, boolean kept) {
        this.directory = directory;
        this.model = model;
        this.kept = kept;
    }

    /** Those kept in the directory, or empty ones. */
    static KeptTables open(Path directory, StoredBlocks blocks) {
        try {
            Files.createDirectories(directory);
            if (Files.isWritable(directory)) {
                return fitting(directory, blocks);
            }
        } catch (IOException | ReadModelException e) {
            return temporary();
        }
        return temporary();
    }

    private static KeptTables fitting(Path directory, StoredBlocks blocks) throws IOException {
        Optional<ReadModel> known = opened(directory);
        if (known.isPresent() && fits(directory, known.get(), blocks)) {
            return new KeptTables(directory, known.get(), true);
        }
        known.ifPresent(ReadModel::close);
        remove(directory);
        Files.createDirectories(directory);
        return new KeptTables(directory, tables(directory), true);
    }

    /** Empty if the tables are damaged or of another version; an exception if another process uses them. */
    private static Optional<ReadModel> opened(Path directory) {
        try {
            return Optional.of(tables(directory));
        } catch (ReadModelException e) {
            if (DataDirectory.isInUse(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static ReadModel tables(Path directory) {
        return ReadModel.open(directory.resolve("tables"));
    }

    private static boolean fits(Path directory, ReadModel model, StoredBlocks blocks) throws IOException {
        Path seal = directory.resolve(MADE_FROM);
        return model.height() == 0
                || Files.exists(seal)
                        && Files.readString(seal).strip().equals(BlocksDigest.ofFirst(model.height(), blocks));
    }

    /** Empty ones that go when they are closed. */
    static KeptTables temporary() {
        try {
            Path directory = Files.createTempDirectory("smartblocks-tables-");
            return new KeptTables(directory, tables(directory), false);
        } catch (IOException e) {
            throw new InputRefused(
                    "No directory can be made for the tables in '%s': %s. Set TMPDIR, or -Djava.io.tmpdir, to a place with room."
                            .formatted(System.getProperty("java.io.tmpdir"), e),
                    e);
        }
    }

    ReadModel model() {
        return model;
    }

    /** Says of which blocks, by the digest of their bytes, the tables are. */
    void madeFrom(String digest) {
        if (kept) {
            Texts.replace(directory.resolve(MADE_FROM), digest + "\n");
        }
    }

    @Override
    public void close() {
        model.close();
        if (!kept) {
            try {
                remove(directory);
            } catch (IOException e) {
                throw new UncheckedIOException("'" + directory + "' cannot be removed", e);
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }
}
