package io.smartblocks.portal.template;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** One question of a form, as its page shows it. */
record Field(
        String id,
        String label,
        String help,
        String error,
        String value,
        String unit,
        String limits,
        List<Option> options,
        boolean choice,
        boolean isShort) {

    Field {
        options = List.copyOf(options);
    }

    /** One answer to choose. */
    record Option(String value, String words) {}

    public String name() {
        return id;
    }

    public boolean wrong() {
        return !error.isEmpty();
    }

    /** The ids of what explains the field, for those who hear it. */
    public String describedBy() {
        String ids = Stream.of(
                        help.isEmpty() ? "" : id + "-help",
                        wrong() ? id + "-error" : "",
                        limits.isEmpty() ? "" : id + "-lim")
                .filter(part -> !part.isEmpty())
                .collect(joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
