package io.smartblocks.dsl.assembly;

/** Puts versions and clause numbers in order, part by part: {@code 1.10} is later than {@code 1.9}. */
public final class Versions {

    private Versions() {}

    public static int compare(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = new java.math.BigInteger(digits(left[i])).compareTo(new java.math.BigInteger(digits(right[i])));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static String digits(String part) {
        String digits = part.replaceAll("\\D", "");
        return digits.isEmpty() ? "0" : digits;
    }
}
