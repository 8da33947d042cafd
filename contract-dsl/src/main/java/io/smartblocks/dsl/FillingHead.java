package io.smartblocks.dsl;

import static java.util.Objects.requireNonNull;

/** The title and version of a contract that is made from a template. */
public record FillingHead(String title, String version) {
    public FillingHead {
        requireNonNull(title, "title");
        requireNonNull(version, "version");
    }
}
