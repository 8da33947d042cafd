package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.transaction.SiteId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which meters are asked for; what is empty leaves all in.
 *
 * @param words a part of the id or of what people call it
 * @param sites the sites and buildings one of which it stands at
 * @param energy a part of the words for what it measures
 * @param retired whether it is out of service, or will be after a day that is known
 */
public record AskedMeters(String words, List<SiteId> sites, String energy, Optional<Boolean> retired) {

    /** All that there are. */
    public static final AskedMeters ALL = new AskedMeters("", List.of(), "", Optional.empty());

    private static final String HAS_A_LAST_DAY = "m.content like '%\"lastDay\":\"%'";

    public AskedMeters {
        sites = List.copyOf(sites);
    }

    /** Conditions on the rows {@code m} of meters, with their parameters. */
    void add(List<String> conditions, List<Object> parameters) {
        if (!words.isEmpty()) {
            conditions.add("(lower(m.id) like ? escape '!' or lower(m.label) like ? escape '!')");
            parameters.addAll(List.of(pattern(words), pattern(words)));
        }
        if (!sites.isEmpty()) {
            conditions.add("m.site_id in (" + String.join(", ", Collections.nCopies(sites.size(), "?")) + ")");
            sites.forEach(site -> parameters.add(site.value()));
        }
        if (!energy.isEmpty()) {
            conditions.add("lower(m.energy) like ? escape '!'");
            parameters.add(pattern(energy));
        }
        // a quotation mark within a text has a stroke before it, so no label looks like a last day
        retired.ifPresent(out -> conditions.add(out ? HAS_A_LAST_DAY : "not (" + HAS_A_LAST_DAY + ")"));
    }

    private static String pattern(String part) {
        return '%' + Sql.literal(part.toLowerCase(Locale.ROOT)) + '%';
    }
}
