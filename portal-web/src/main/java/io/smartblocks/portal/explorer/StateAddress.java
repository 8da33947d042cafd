package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.state.StateKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** Where the page of a state is: its key is the path, or a parameter where a path cannot hold it. */
final class StateAddress {

    /** Servers refuse other signs in a path, and read empty parts and dots in their own way. */
    private static final Pattern PLAIN = Pattern.compile("(?:[\\p{L}\\p{N}][\\p{L}\\p{N} ._:+-]*/?)+");

    private StateAddress() {}

    static String of(StateKey key) {
        return of(key, "");
    }

    /** The address of the older versions, before the one with the number. */
    static String before(StateKey key, int version) {
        return of(key, "before=" + version);
    }

    private static String of(StateKey key, String query) {
        if (PLAIN.matcher(key.value()).matches()) {
            String path = "/states/" + UriUtils.encodePath(key.value(), StandardCharsets.UTF_8);
            return query.isEmpty() ? path : path + '?' + query;
        }
        String asked = "/states?key=" + URLEncoder.encode(key.value(), StandardCharsets.UTF_8);
        return query.isEmpty() ? asked : asked + '&' + query;
    }
}
