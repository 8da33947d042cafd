package io.smartblocks.portal.shell;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The address of a list with its filter: what is empty is left out. */
public final class Link {

    private final String path;
    private final Map<String, String> given = new LinkedHashMap<>();

    private Link(String path) {
        this.path = path;
    }

    public static Link to(String path) {
        return new Link(path);
    }

    public Link with(String name, String value) {
        if (!value.isEmpty()) {
            given.put(name, value);
        }
        return this;
    }

    @Override
    public String toString() {
        String query = given.entrySet().stream()
                .map(each -> each.getKey() + '=' + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
        return query.isEmpty() ? path : path + '?' + query;
    }
}
