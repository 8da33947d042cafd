package io.smartblocks.ledger.meter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a column and the unit that stands beside it, as in {@code value (kWh)} or {@code value kWh}. */
record HeaderUnit(String name, Optional<String> unit) {

    private static final Pattern IN_BRACKETS = Pattern.compile("(.*?)\\s*[\\[(]\\s*([^\\])]+?)\\s*[\\])]");
    private static final Pattern AFTER_VALUE = Pattern.compile("(?i)(value)\\s+(\\S+)");

    static HeaderUnit of(String column) {
        for (Pattern pattern : new Pattern[] {IN_BRACKETS, AFTER_VALUE}) {
            Matcher matcher = pattern.matcher(column);
            if (matcher.matches()) {
                return new HeaderUnit(matcher.group(1), Optional.of(matcher.group(2)));
            }
        }
        return new HeaderUnit(column, Optional.empty());
    }
}
