package io.smartblocks.portal.energy.site;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.energy.agreed.SavingsTerms.Saved;
import io.smartblocks.portal.energy.agreed.SettledFigures;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an agreement saved in one of its contract years, from the settled periods, and how the year may end. All in kWh.
 *
 * @param from the first day of the contract year
 * @param end the day after the last
 * @param ahead what the baseline comes to in the days that are not settled; empty where nobody can say
 */
record SavingsYear(
        AgreementId agreement,
        String title,
        String version,
        int number,
        LocalDate from,
        LocalDate end,
        List<Period> periods,
        Optional<Exact> ahead) {

    SavingsYear {
        periods = List.copyOf(periods);
    }

    /** A settled period of it. */
    record Period(SettledFigures settled, Saved saved) {

        /** The part of the baseline that was saved; none where the baseline is zero. */
        Optional<Exact> share() {
            return saved.baseline().signum() == 0
                    ? Optional.empty()
                    : Optional.of(saved.saved().dividedBy(saved.baseline()));
        }
    }

    /** The end of the year if it goes on as it did: like all settled periods, like the worst, like the best. */
    record Outlook(Exact likely, Exact least, Exact most) {}

    Exact saved() {
        return sum(period -> Optional.of(period.saved().saved()));
    }

    Exact baseline() {
        return sum(period -> Optional.of(period.saved().baseline()));
    }

    /** What was guaranteed for the settled periods; empty where nothing is guaranteed. */
    Optional<Exact> guaranteed() {
        boolean all = !periods.isEmpty()
                && periods.stream()
                        .allMatch(period -> period.saved().guaranteed().isPresent());
        return all ? Optional.of(sum(period -> period.saved().guaranteed())) : Optional.empty();
    }

    /** The day up to which all is settled. */
    LocalDate settledTo() {
        return periods.isEmpty()
                ? from
                : periods.get(periods.size() - 1).settled().to();
    }

    boolean isOver() {
        return !settledTo().isBefore(end);
    }

    /** The savings of the whole year, as the shares of the baseline saved so far let expect. */
    Optional<Outlook> outlook() {
        List<Exact> shares =
                periods.stream().flatMap(period -> period.share().stream()).toList();
        if (isOver() || ahead.isEmpty() || shares.isEmpty() || baseline().signum() == 0) {
            return Optional.empty();
        }
        Exact usual = saved().dividedBy(baseline());
        Exact least = shares.stream().reduce(Exact::min).orElseThrow();
        Exact most = shares.stream().reduce(Exact::max).orElseThrow();
        Function<Exact, Exact> end = share -> saved().plus(share.times(ahead.get()));
        return Optional.of(new Outlook(end.apply(usual), end.apply(least), end.apply(most)));
    }

    /** What will be guaranteed for the whole year, if the guarantee keeps its part of the baseline. */
    Optional<Exact> guaranteedYear() {
        if (isOver()) {
            return guaranteed();
        }
        return baseline().signum() == 0
                ? Optional.empty()
                : guaranteed()
                        .flatMap(sum -> ahead.map(
                                rest -> sum.plus(sum.dividedBy(baseline()).times(rest))));
    }

    private Exact sum(Function<Period, Optional<Exact>> value) {
        return periods.stream().flatMap(period -> value.apply(period).stream()).reduce(Exact.ZERO, Exact::plus);
    }
}
