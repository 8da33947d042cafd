package io.smartblocks.dsl.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The first sentence: what kind of document, its title and version, the template it came from, the version it replaces. */
public record Head(Kind kind, String title, String version, Optional<Template> from, Optional<InPlaceOf> inPlaceOf) {
    /** Kinds of documents. */
    public enum Kind {
        CONTRACT,
        TEMPLATE,
        MODULE
    }

    /** A template by name and version. */
    public record Template(String title, String version) {}

    /** The version that an amendment replaced, from when, and the terms that change by days in the period of the change. */
    public record InPlaceOf(String version, LocalDate from, List<String> byDays) {
        public InPlaceOf {
            byDays = List.copyOf(byDays);
        }
    }
}
