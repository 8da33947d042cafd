package io.smartblocks.dsl.proof;

/** The steps that proofs may still take: counted, not timed, so that every machine gives up at the same point. */
final class Steps {

    private long left;

    Steps(long left) {
        this.left = left;
    }

    /** The steps for one question, at most all that are left. */
    Steps share(long atMost) {
        return new Steps(Math.min(atMost, left));
    }

    void take(long steps) {
        left -= steps;
        if (left < 0) {
            throw new UsedUp();
        }
    }

    long left() {
        return Math.max(0, left);
    }

    /** Says that a question stays open; never leaves the package. */
    static final class UsedUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsedUp() {
            super("no steps left", null, false, false);
        }
    }
}
