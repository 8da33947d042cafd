package io.smartblocks.ledger.port;

/** The ledger broke before a batch reached a stage: nothing of it was taken, or whether it was is not known yet. */
public class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Stage stage;
    private final boolean outcomeUnknown;

    private LedgerUnavailable(Stage stage, boolean outcomeUnknown, String message, Throwable cause) {
        super(message, cause);
        this.stage = stage;
        this.outcomeUnknown = outcomeUnknown;
    }

    private LedgerUnavailable(Stage stage, boolean outcomeUnknown, String message) {
        super(message);
        this.stage = stage;
        this.outcomeUnknown = outcomeUnknown;
    }

    /** Nothing was taken, and nothing will be. */
    public static LedgerUnavailable nothingTaken(Stage stage, String message, Throwable cause) {
        return new LedgerUnavailable(stage, false, message, cause);
    }

    /** Nothing was taken, and nothing will be. */
    public static LedgerUnavailable nothingTaken(Stage stage, String message) {
        return new LedgerUnavailable(stage, false, message);
    }

    /** It may stand in a block, or come into one yet. */
    public static LedgerUnavailable outcomeUnknown(Stage stage, String message, Throwable cause) {
        return new LedgerUnavailable(stage, true, message, cause);
    }

    /** It may stand in a block, or come into one yet. */
    public static LedgerUnavailable outcomeUnknown(Stage stage, String message) {
        return new LedgerUnavailable(stage, true, message);
    }

    /** The stage that could not be reached. */
    public Stage stage() {
        return stage;
    }

    /** Whether the batch may have been taken all the same: then {@link Ledger#find} tells, sooner or later. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
