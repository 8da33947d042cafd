package io.smartblocks.dsl.render;

import java.util.Optional;
import java.util.Set;

/** The places in a page to which a reader can be led. */
record Anchors(Set<String> terms) {
    Anchors {
        terms = Set.copyOf(terms);
    }

    /** The place of a Term, also where it stands in the plural. */
    Optional<String> term(String words) {
        if (terms.contains(words)) {
            return Optional.of(ofTerm(words));
        }
        String singular = words.endsWith("s") ? words.substring(0, words.length() - 1) : words;
        return Optional.of(singular).filter(terms::contains).map(Anchors::ofTerm);
    }

    static String ofTerm(String name) {
        return "term-" + name.replace(' ', '_');
    }

    static String ofClause(String number) {
        return "clause-" + number;
    }
}
