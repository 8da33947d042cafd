package io.smartblocks.dsl.proof;

import java.util.ArrayList;
import java.util.List;

/** Whether conditions can hold at once. */
public sealed interface Answer {

    /** They cannot, whatever is read, stated or published. */
    record Never() implements Answer {}

    /** They can: what a scenario gives and settles for it, a sentence each. */
    record Example(List<String> sentences) implements Answer {
        public Example {
            sentences = List.copyOf(sentences);
        }

        /** The scenario of that name, ready to be pasted, which ends with an expectation. */
        public String scenario(String name, String expectation) {
            List<String> all = new ArrayList<>(sentences);
            all.add(expectation);
            return "scenario \"%s\":\n  %s".formatted(name.replace('"', '\''), String.join("\n  ", all));
        }
    }

    /** They can if something happens to a clause, which no scenario is made for. */
    record Untold() implements Answer {}

    /** Neither is proved: it would take too many steps, or rests on what no scenario can give. */
    record Open() implements Answer {}

    default boolean isNever() {
        return this instanceof Never;
    }
}
