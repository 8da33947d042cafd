package io.smartblocks.runtime.obligation;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.TimeSpan;
import java.util.List;

/** The power of a party to end the agreement on notice, under a clause. */
public record Power(String clause, String party, TimeSpan notice) {

    /** The powers that an agreement can give, in the order of its text. */
    public static List<Power> of(Agreement agreement) {
        return agreement.clauses().stream()
                .flatMap(clause -> clause.provisions().stream()
                        .filter(provision -> provision.effect() instanceof Effect.MayTerminate)
                        .map(provision -> (Effect.MayTerminate) provision.effect())
                        .map(may -> new Power(clause.number(), may.party(), may.notice())))
                .toList();
    }

    /** The power in words: {@code Client may terminate on 90 days notice}. */
    public String words() {
        return words(party, notice);
    }

    /** A power to terminate in words. */
    public static String words(String party, TimeSpan notice) {
        return party + " may terminate on " + notice.words() + " notice";
    }
}
