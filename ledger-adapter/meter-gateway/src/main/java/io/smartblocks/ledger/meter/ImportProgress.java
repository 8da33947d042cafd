package io.smartblocks.ledger.meter;

/** Hears how far an import has come. */
@FunctionalInterface
public interface ImportProgress {

    /** For those who do not want to hear it. */
    ImportProgress SILENT = (pages, of) -> {};

    /** So many pages stand on the ledger now, of so many. */
    void reached(int pages, int of);
}
