package io.smartblocks.dsl.levels;

import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;

/** What runs on over a longer period, bands and caps, must itself have a value for each shorter one. */
final class RunningLevels {

    private final Reaches reaches;
    private final List<Diagnostic> findings;

    RunningLevels(Reaches reaches, List<Diagnostic> findings) {
        this.reaches = reaches;
        this.findings = findings;
    }

    Reach bands(Value.Banded banded, SourceRange at) {
        Reach of = reaches.of(banded.of(), at);
        if (of.isOfReadings()) {
            findings.add(Diagnostic.of(Code.E0303, of.at(), "what is in bands here has " + of.words())
                    .help("put a total in bands: `the total of … over …`"));
        }
        Reach reach = of;
        for (Value.Band band : banded.bands()) {
            reach = reaches.together(reach, reaches.of(band.at(), at));
            if (band.upTo().isPresent()) {
                reach = reaches.together(reach, reaches.of(band.upTo().orElseThrow(), at));
            }
        }
        Reach whole = reach;
        banded.countedFrom().ifPresent(longer -> within(whole, longer, "counted from the start of " + longer, at));
        return reach;
    }

    void cap(Limit.AtMost most, Reach reach, SourceRange at) {
        most.inEach().ifPresent(longer -> within(reach, longer, "a cap in each " + longer, at));
    }

    private void within(Reach reach, String longer, String what, SourceRange at) {
        boolean shorter = reach.is(Reach.Kind.PERIOD)
                && !reach.period().equals(longer)
                && reaches.isShorter(reach.period(), longer);
        if (!shorter) {
            findings.add(Diagnostic.of(
                            Code.E0303,
                            at,
                            "%s asks for a value for each of several shorter periods, but this has %s"
                                    .formatted(what, reach.words()))
                    .help("use it where there is a value for each period shorter than " + longer));
        }
    }
}
