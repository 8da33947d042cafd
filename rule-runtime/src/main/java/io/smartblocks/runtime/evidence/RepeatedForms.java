package io.smartblocks.runtime.evidence;

import org.jspecify.annotations.Nullable;

/**
 * The canonical forms of unchangeable values that stand in many others, by the identity of the value; a table of fixed size
 * that forgets, for one thread.
 */
final class RepeatedForms {

    private static final int SLOTS = 1024;

    private final @Nullable Object[] values = new Object[SLOTS];
    private final byte[][] forms = new byte[SLOTS][];

    /** The form of a value, if it is known. */
    byte @Nullable [] of(Object value) {
        int slot = slot(value);
        return values[slot] == value ? forms[slot] : null;
    }

    /** Keeps the form of a value, and forgets another one for it. */
    void keep(Object value, byte[] form) {
        int slot = slot(value);
        values[slot] = value;
        forms[slot] = form;
    }

    private static int slot(Object value) {
        return System.identityHashCode(value) & SLOTS - 1;
    }
}
