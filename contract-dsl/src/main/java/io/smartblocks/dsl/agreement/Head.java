package io.smartblocks.dsl.agreement;

import java.util.Optional;

/** The first sentence: what kind of document, its title and version, and the template it came from. */
public record Head(Kind kind, String title, String version, Optional<Template> from) {
    /** Kinds of documents. */
    public enum Kind {
        CONTRACT,
        TEMPLATE
    }

    /** A template by name and version. */
    public record Template(String title, String version) {}
}
