package io.smartblocks.ledger.embedded.copy;

import java.nio.file.Path;

/** Copies a ledger to files, also while a process writes to it, and makes a ledger of such files again. */
public final class LedgerCopies {

    private LedgerCopies() {}

    /**
     * Writes all blocks of a ledger to one file.
     *
     * @param ledger the directory of the ledger
     * @param file where to; it must not exist yet
     * @throws CopyRefused when the file cannot be written
     */
    public static Copied export(Path ledger, Path file) {
        return Source.of(ledger).export(file);
    }

    /**
     * Brings a backup up to date: a directory of files, to which each run adds one with the blocks that are new.
     *
     * @param ledger the directory of the ledger
     * @param directory where the backup is, or shall be
     * @throws CopyRefused when what is there is the backup of another chain, or cannot be written
     */
    public static Copied backup(Path ledger, Path directory) {
        return new Backup(Source.of(ledger), directory).bringUpToDate();
    }

    /**
     * Makes a ledger from an exported file or from a backup, after checking all of it.
     *
     * @param from the file, or the directory of the backup
     * @param ledger the directory of the ledger, which must not exist
     * @throws CopyRefused when the copy is not as it was written; then nothing is left behind
     */
    public static Copied restore(Path from, Path ledger) {
        return new Restoring(from, ledger).restore();
    }

    /** Whether a file beside a ledger is what a restoring left that was killed; the next one removes it. */
    public static boolean isUnfinished(Path file) {
        return file.getFileName().toString().endsWith(Restoring.UNFINISHED);
    }
}
