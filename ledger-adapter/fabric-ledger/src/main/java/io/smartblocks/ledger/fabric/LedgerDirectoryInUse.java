package io.smartblocks.ledger.fabric;

/** Another process has the directory of a ledger on Fabric open. */
public final class LedgerDirectoryInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerDirectoryInUse(String message) {
        super(message);
    }
}
