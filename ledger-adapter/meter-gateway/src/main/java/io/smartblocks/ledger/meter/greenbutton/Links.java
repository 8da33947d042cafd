package io.smartblocks.ledger.meter.greenbutton;

import java.util.ArrayList;
import java.util.List;

/** How an entry of a feed is linked, by path: utilities write the same address with and without their host. */
record Links(List<String> self, List<String> up, List<String> related) {

    static Links none() {
        return new Links(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(String relation, String address) {
        String path = path(address);
        if (path.isEmpty()) {
            return;
        }
        switch (relation) {
            case "self" -> self.add(path);
            case "up" -> up.add(path);
            case "related" -> related.add(path);
            default -> {
                // Atom knows other relations, such as alternate, which say nothing of readings.
            }
        }
    }

    /** The entry's own address, or nothing. */
    String own() {
        return self.isEmpty() ? "" : self.get(0);
    }

    String parent() {
        return up.isEmpty() ? "" : up.get(0);
    }

    /** Whether this entry names the other, or the collection that the other stands in. */
    boolean names(Links other) {
        return related.stream().anyMatch(path -> other.self.contains(path) || other.up.contains(path));
    }

    /** Whether the other entry's address lies below this one's. */
    boolean contains(Links other) {
        return !own().isEmpty()
                && (other.own().startsWith(own() + "/") || other.parent().startsWith(own() + "/"));
    }

    private static String path(String address) {
        String path = address.strip().replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/]*", "");
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
