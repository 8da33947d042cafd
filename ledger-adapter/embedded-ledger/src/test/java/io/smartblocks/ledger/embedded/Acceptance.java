package io.smartblocks.ledger.embedded;

/** How long a test of what the ledger promises goes on: short with every build, long with {@code -Dacceptance=long}. */
final class Acceptance {

    private Acceptance() {}

    static boolean isLong() {
        return "long".equals(System.getProperty("acceptance"));
    }

    static int rounds(int shortForm, int longForm) {
        return isLong() ? longForm : shortForm;
    }

    /** Says on the output of the test what was done; the figures of the long form are worth keeping. */
    static void tell(String figures) {
        System.out.println("acceptance: " + figures);
    }
}
