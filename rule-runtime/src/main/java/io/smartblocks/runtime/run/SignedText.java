package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.settlement.LineTrace;
import java.util.Optional;

/**
 * The text of a version that was signed.
 *
 * @param agreement what it says, with the places of its sentences; empty where it does not compile here to what was signed
 */
public record SignedText(String words, Optional<Agreement> agreement) {

    /** The sentence that brought a line about, as it was signed; empty where its place is not known. */
    public String sentence(LineTrace trace) {
        return agreement
                .flatMap(trace::sentenceIn)
                .map(sentence ->
                        words.substring(sentence.at().start(), sentence.at().end()))
                .orElse("");
    }
}
