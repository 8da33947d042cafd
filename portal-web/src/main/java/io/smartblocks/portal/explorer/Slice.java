package io.smartblocks.portal.explorer;

import java.util.List;

/**
 * The part of a list of known length that a page shows.
 *
 * @param from its first row, counted from 0
 * @param size how many rows the list has
 */
record Slice(int from, int size) {

    /** So many rows at once. */
    private static final int PAGE = 50;

    /** What lies outside of the list is drawn into it. */
    Slice {
        from = Math.max(0, Math.min(from, Math.max(0, size - 1)));
    }

    public int shown() {
        return Math.max(1, to() - from);
    }

    /** The row behind the last one. */
    public int to() {
        return (int) Math.min(size, (long) from + PAGE);
    }

    public boolean isBegun() {
        return from > 0;
    }

    public boolean goesOn() {
        return to() < size;
    }

    public boolean isWhole() {
        return !isBegun() && !goesOn();
    }

    <T> List<T> of(List<T> list) {
        return list.subList(from, to());
    }
}
