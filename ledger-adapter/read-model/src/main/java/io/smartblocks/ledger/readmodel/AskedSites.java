package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.SiteState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which registered sites are asked for; what is empty leaves all in.
 *
 * @param words a part of the name, the id or the address
 * @param owner the organisation that owns them
 */
public record AskedSites(String words, Optional<MemberId> owner) {

    /** All that there are. */
    public static final AskedSites ALL = new AskedSites("", Optional.empty());

    public boolean isAll() {
        return equals(ALL);
    }

    /** Whether one of some words holds the part that is asked for, in capitals or not. */
    public boolean isIn(String... some) {
        return Stream.of(some).anyMatch(each -> lower(each).contains(lower(words)));
    }

    /** Conditions on the rows of sites; of those that meet them, some may not be asked for. */
    void add(List<String> conditions, List<Object> parameters) {
        owner.ifPresent(organisation -> {
            conditions.add("owner = ?");
            parameters.add(organisation.value());
        });
        if (!words.isEmpty()) {
            // no column holds the address; all that a site has stands in its content
            conditions.add("lower(content) like ? escape '!'");
            parameters.add('%' + Sql.literal(lower(words).replace("\\", "\\\\").replace("\"", "\\\"")) + '%');
        }
    }

    boolean fits(SiteState site) {
        return isIn(site.name(), site.site().value(), site.address().orElse(""));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
