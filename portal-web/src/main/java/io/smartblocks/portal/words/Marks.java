package io.smartblocks.portal.words;

import java.util.Map;
import java.util.Set;

/**
 * What the reader answered, to be marked in the text.
 *
 * @param answers the answer to each parameter
 * @param wrong the parameters whose answer has to change
 */
public record Marks(Map<String, String> answers, Set<String> wrong) {

    static final Marks NONE = new Marks(Map.of(), Set.of());

    public Marks {
        answers = Map.copyOf(answers);
        wrong = Set.copyOf(wrong);
    }
}
