package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sees that the arms of a missing-data rule go from shorter gaps to longer ones and leave none out. */
final class GapArms {

    private GapArms() {}

    static List<GapRule.Arm> complete(List<GapRule.Arm> arms, Sentence.Gaps gaps, Resolver resolver) {
        long longest = 0;
        for (GapRule.Arm arm : arms) {
            long length = arm.upTo().map(span -> span.roughMinutes()).orElse(Long.MAX_VALUE);
            if (length <= longest) {
                resolver.report(
                        Diagnostic.of(Code.E0605, gaps.at(), "the gaps of this rule do not go from shorter to longer")
                                .help("name each length once, the shortest first, `for longer` last"));
                return arms;
            }
            longest = length;
        }
        if (longest == Long.MAX_VALUE) {
            return arms;
        }
        resolver.report(Diagnostic.of(
                        Code.W0602, gaps.at(), "this rule does not say what happens for longer; settlement is held")
                .help("add `; for longer, hold settlement`"));
        List<GapRule.Arm> complete = new ArrayList<>(arms);
        complete.add(new GapRule.Arm(Optional.empty(), Optional.empty(), List.of()));
        return complete;
    }
}
