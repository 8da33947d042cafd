package io.smartblocks.ledger.transaction;

/**
 * The first value in which a committed statement differs from what another runtime computed.
 *
 * @param where the path of the value, such as {@code lines[2].net}
 * @param committed what the statement says; empty where it says nothing
 * @param computed what the other runtime got; empty where it got nothing
 */
public record FirstDifference(String where, String committed, String computed) {

    @Override
    public String toString() {
        return where + ": " + said(committed) + " by the statement, " + said(computed) + " by us";
    }

    private static String said(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
