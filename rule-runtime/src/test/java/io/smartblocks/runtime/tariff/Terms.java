package io.smartblocks.runtime.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The definitions of an agreement as they are written down. */
final class Terms {

    private final List<String> sentences = new ArrayList<>();

    /** Defines a term and gives its name. */
    String define(String name, String value) {
        sentences.add(name + " is " + value + ".");
        return name;
    }

    void say(String sentence) {
        sentences.add(sentence);
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    static String sum(List<String> parts) {
        return String.join(" + ", parts);
    }

    static String plain(BigDecimal number) {
        String digits = number.stripTrailingZeros().toPlainString();
        return digits.equals("0E0") ? "0" : digits;
    }

    static String price(BigDecimal price, String unit) {
        return plain(price) + " USD per " + unit;
    }
}
