package io.smartblocks.portal.settlement;

import io.smartblocks.portal.words.Deed.Paragraph;
import io.smartblocks.runtime.settlement.LineTrace.GuardValue;
import io.smartblocks.runtime.settlement.LineTrace.ReadingsUsed;
import io.smartblocks.runtime.settlement.TermValue;
import java.math.BigDecimal;
import java.util.List;

/**
 * Why one line amounts to what it does: the signed sentence, the conditions that were looked at, the definitions it names,
 * the further values behind those, and the readings.
 */
record Why(
        int line,
        String clause,
        String title,
        String description,
        BigDecimal net,
        String currency,
        List<Paragraph> sentence,
        List<GuardValue> guards,
        List<Named> named,
        List<Named> values,
        List<Read> readings,
        List<String> notes,
        List<String> rules) {

    /** A term that the sentence names, in the words of its definition, with its value. */
    record Named(List<Paragraph> definition, TermValue value) {}

    /** The readings of a meter, and the signed words about missing ones where some are estimated. */
    record Read(ReadingsUsed used, List<Paragraph> rule) {}
}
