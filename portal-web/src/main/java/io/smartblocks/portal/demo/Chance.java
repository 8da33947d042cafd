package io.smartblocks.portal.demo;

/**
 * Numbers that look random and depend only on a seed and on what they are for, so that each reading can be made alone,
 * in any order and on any machine. The mixing is that of SplitMix64.
 */
record Chance(long seed) {

    /** A stream of its own for one use. */
    Chance of(long use) {
        return new Chance(mix(seed + 0x9E3779B97F4A7C15L * (use + 1)));
    }

    /** A number from zero up to, but not including, {@code bound}. */
    int below(int bound, long at) {
        return (int) Long.remainderUnsigned(mix(seed ^ mix(at)), bound);
    }

    /** A number from {@code -span} to {@code span}. */
    int around(int span, long at) {
        return below(2 * span + 1, at) - span;
    }

    /** A number from {@code -span} to {@code span} that moves in straight lines from one multiple of {@code step} to the next. */
    int drifting(int span, long step, long at) {
        long anchor = Math.floorDiv(at, step);
        long into = Math.floorMod(at, step);
        return (int) ((around(span, anchor) * (step - into) + around(span, anchor + 1) * into) / step);
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
