package io.smartblocks.portal.settlement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which meter of the ledger stands behind a meter's name in an agreement. */
record MeterLinks(Map<String, String> byName) {

    private static final Pattern METER =
            Pattern.compile("meter\\s+([^\".]+?)\\s+(?:reads|counts)\\b[^\"]*\"(?:meter/)?([^\"]+)\"");

    static MeterLinks in(String text) {
        Matcher matcher = METER.matcher(text);
        return new MeterLinks(matcher.results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (first, second) -> first)));
    }

    /** The meters that these words name. */
    public List<String> namedIn(String words) {
        return byName.keySet().stream().filter(words::contains).sorted().toList();
    }

    /** The id of the meter; empty where the text does not name it. */
    public String of(String name) {
        return Optional.ofNullable(byName.get(name)).orElse("");
    }
}
