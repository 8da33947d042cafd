package io.smartblocks.ledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVStoreException;

/** Checks the file of an index against its seal, and opens a copy of it, also while the ledger is in use. */
final class IndexCopy implements AutoCloseable {

    // between two looks a ledger in use may have written the index and sealed it anew
    private static final int LOOKS = 5;

    private final Path index;
    private final ChainCheck.Reporter reporter;
    private final List<String> notes;
    private final Path copy;

    IndexCopy(Path directory, ChainCheck.Reporter reporter, List<String> notes) throws IOException {
        this.index = directory.resolve(LedgerFiles.INDEX);
        this.reporter = reporter;
        this.notes = notes;
        this.copy = Files.createTempFile("smartblocks-index", ".mv");
    }

    /** The check of the tables; empty when there are none to be believed. */
    Optional<IndexCheck> open() throws IOException {
        if (Files.notExists(index)) {
            return Optional.empty();
        }
        try {
            Optional<IndexSeal> seal = sealed();
            return seal.map(found -> new IndexCheck(IndexMaps.reading(copy), found, reporter));
        } catch (MVStoreException | NumberFormatException unreadable) {
            report("its tables cannot be read: " + unreadable.getMessage());
        } catch (IllegalArgumentException damaged) {
            report("its seal is damaged: " + damaged.getMessage());
        }
        return Optional.empty();
    }

    private Optional<IndexSeal> sealed() throws IOException {
        Optional<IndexSeal> seal = IndexSeal.of(index);
        for (int look = 1; seal.isPresent(); look++) {
            if (fits(seal.get())) {
                return seal;
            }
            Optional<IndexSeal> again = IndexSeal.of(index);
            if (again.equals(seal) || look == LOOKS) {
                report("it is not, byte for byte, what was sealed after block "
                        + (seal.get().height() - 1));
                return Optional.empty();
            }
            seal = again;
        }
        notes.add("the index has no seal: it is being written now, or its process was killed; it is not believed and is"
                + " made again when the ledger is opened");
        return seal;
    }

    private boolean fits(IndexSeal seal) throws IOException {
        try {
            Files.copy(index, copy, StandardCopyOption.REPLACE_EXISTING);
            return seal.fits(copy);
        } catch (NoSuchFileException beingReplaced) {
            return false;
        }
    }

    private void report(String what) {
        reporter.report(
                Problem.BESIDE_BLOCKS,
                Optional.empty(),
                "'" + index + "' is damaged: " + what + "; the blocks are the truth: delete it, and it is made again");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(copy);
    }
}
