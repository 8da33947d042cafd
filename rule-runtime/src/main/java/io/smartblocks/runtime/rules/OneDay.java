package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.runtime.metering.SeasonEnds;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** A duty that names no period, such as one at the end of a season, is entered where its day lies. */
final class OneDay {

    private OneDay() {}

    /** True for a duty that has no period of its own. */
    static boolean counts(Provision provision) {
        return provision.level() instanceof Level.PerAgreement
                && provision.effect() instanceof Effect.Duty duty
                && (duty.due() instanceof Due.By
                        || duty.due() instanceof Due.Within within && within.after() instanceof Due.Event.EndOf);
    }

    /** The period in whose settlements such duties are entered: the shortest. */
    static Optional<String> period(Agreement agreement) {
        return agreement.periods().stream()
                .min(Comparator.comparingLong(period -> period.every().roughMinutes()))
                .map(Declaration.Period::name);
    }

    static boolean fallsIn(Ground ground, Provision provision) {
        LocalDate day = day(ground, ((Effect.Duty) provision.effect()).due());
        return !day.isBefore(ground.from()) && day.isBefore(ground.to());
    }

    private static LocalDate day(Ground ground, Due due) {
        if (due instanceof Due.By by) {
            return by.date();
        }
        Due.Event.EndOf end = (Due.Event.EndOf) ((Due.Within) due).after();
        return SeasonEnds.onOrAfter(Ground.find(ground.agreement().seasons(), end.name()), ground.from());
    }
}
