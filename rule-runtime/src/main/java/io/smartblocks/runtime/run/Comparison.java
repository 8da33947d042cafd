package io.smartblocks.runtime.run;

import io.smartblocks.ledger.transaction.FirstDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the first value in which a committed text differs from what was computed: what is paid before all else. */
final class Comparison {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int SHOWN = 200;
    private static final int SHOWN_BEFORE = 40;
    private static final List<String> FIRST = List.of("lines", "documents");
    private static final Comparator<String> ORDER = Comparator.<String>comparingInt(
                    name -> FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size())
            .thenComparing(Comparator.naturalOrder());

    private Comparison() {}

    /** The first difference between two JSON texts whose bytes differ. */
    static FirstDifference of(String what, String committed, String computed) {
        try {
            return between("", MAPPER.readTree(committed), MAPPER.readTree(computed))
                    .orElseGet(() -> new FirstDifference(what, "the same values in another layout", "canonical JSON"));
        } catch (JacksonException e) {
            return new FirstDifference(what, "no JSON text", "canonical JSON");
        }
    }

    /** A difference between two values, which are shortened around the place where they part. */
    static FirstDifference between(String where, String committed, String computed) {
        String one = plain(committed);
        String other = plain(computed);
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int from = Math.max(one.length(), other.length()) <= SHOWN ? 0 : Math.max(0, same - SHOWN_BEFORE);
        return new FirstDifference(where, shown(one, from), shown(other, from));
    }

    /** A text as JSON writes it. */
    static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }

    private static String plain(String value) {
        return value.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String shown(String value, int from) {
        String cut = from >= value.length() ? "" : value.substring(from, Math.min(value.length(), from + SHOWN));
        String shown = (from > 0 ? "…" : "") + cut + (from + SHOWN < value.length() ? "…" : "");
        return shown.isEmpty() || !shown.isBlank() ? shown : "\"" + shown + "\"";
    }

    private static Optional<FirstDifference> between(String path, JsonNode committed, JsonNode computed) {
        if (committed.isObject() && computed.isObject()) {
            TreeSet<String> names = new TreeSet<>(ORDER);
            names.addAll(committed.propertyNames());
            names.addAll(computed.propertyNames());
            return names.stream()
                    .map(name -> between(
                            path.isEmpty() ? name : path + "." + name, committed.path(name), computed.path(name)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (committed.isArray() && computed.isArray()) {
            List<FirstDifference> found = new ArrayList<>();
            for (int i = 0; found.isEmpty() && i < Math.max(committed.size(), computed.size()); i++) {
                between(path + "[" + i + "]", committed.path(i), computed.path(i))
                        .ifPresent(found::add);
            }
            return found.stream().findFirst();
        }
        return committed.equals(computed)
                ? Optional.empty()
                : Optional.of(between(path, said(committed, computed), said(computed, committed)));
    }

    /** A text without its quotes, unless only they tell it from the other. */
    private static String said(JsonNode value, JsonNode other) {
        if (value.isMissingNode()) {
            return "";
        }
        boolean plain = value.isString() && !value.asString().isEmpty() && (other.isString() || other.isMissingNode());
        return plain ? value.asString() : value.toString();
    }
}
