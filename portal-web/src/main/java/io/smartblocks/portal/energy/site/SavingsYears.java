package io.smartblocks.portal.energy.site;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.energy.agreed.AgreedOf;
import io.smartblocks.portal.energy.agreed.AgreedTexts;
import io.smartblocks.portal.energy.agreed.AgreedTexts.Agreed;
import io.smartblocks.portal.energy.agreed.MeterBaseline;
import io.smartblocks.portal.energy.agreed.MeterBaselines;
import io.smartblocks.portal.energy.agreed.SavingsTerms;
import io.smartblocks.portal.energy.agreed.SettledFigures;
import io.smartblocks.portal.energy.agreed.SettledPeriods;
import io.smartblocks.portal.energy.series.BaselineDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what the agreements of a place saved, as their settled periods say, and how their contract year may end. */
@Component
class SavingsYears {

    private static final int YEARS_BACK = 2;

    private final AgreedTexts texts;
    private final SettledPeriods settled;
    private final MeterBaselines baselines;
    private final BaselineDays days;

    SavingsYears(AgreedTexts texts, SettledPeriods settled, MeterBaselines baselines, BaselineDays days) {
        this.texts = texts;
        this.settled = settled;
        this.baselines = baselines;
        this.days = days;
    }

    /** The agreements in force that the reader may see and that name a meter of one of the places. */
    AgreedOf agreements(Account reader, List<Place> places) {
        return texts.naming(
                reader,
                places.stream()
                        .flatMap(place -> place.allMeters().stream())
                        .map(MeterState::meter)
                        .distinct()
                        .toList());
    }

    /** What an agreement saved in settled periods within some days; empty where it measures no savings. */
    List<SavingsYear.Period> periods(Agreed agreed, LocalDate from, LocalDate end) {
        Optional<SavingsTerms> terms = agreed.text().savings();
        if (terms.isEmpty()) {
            return List.of();
        }
        List<SavingsYear.Period> found = new ArrayList<>();
        for (SettledFigures period : settled.of(agreed.proposal().agreement(), from, end)) {
            terms.get().in(period).ifPresent(saved -> found.add(new SavingsYear.Period(period, saved)));
        }
        return found;
    }

    /** The contract year that the day lies in, of each of the agreements that measures savings. */
    List<SavingsYear> of(Account reader, List<Agreed> agreements, LocalDate day) {
        return agreements.stream()
                .flatMap(agreed -> year(reader, agreed, day).stream())
                .toList();
    }

    private Optional<SavingsYear> year(Account reader, Agreed agreed, LocalDate day) {
        if (agreed.text().savings().isEmpty()) {
            return Optional.empty();
        }
        LocalDate start = start(agreed);
        int number = Math.toIntExact(Math.max(0, ChronoUnit.YEARS.between(start, day)));
        LocalDate from = start.plusYears(number);
        LocalDate end = start.plusYears(number + 1L);
        List<SavingsYear.Period> periods = periods(agreed, from, end);
        LocalDate settledTo = periods.isEmpty()
                ? from
                : periods.get(periods.size() - 1).settled().to();
        return Optional.of(new SavingsYear(
                agreed.proposal().agreement(),
                agreed.proposal().title(),
                agreed.proposal().version(),
                number + 1,
                from,
                end,
                periods,
                ahead(reader, agreed, settledTo, end)));
    }

    /** Contract years are counted from the first day of the first settled period, else of the text in force. */
    private LocalDate start(Agreed agreed) {
        return settled.of(agreed.proposal().agreement()).stream()
                .findFirst()
                .map(SettledFigures::from)
                .orElse(agreed.proposal().terms().from());
    }

    private static Optional<BigDecimal> known(Map<LocalDate, BigDecimal> days, LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    /** The baseline of the days to come in the weather of the same days a year before, or of two where that is not known. */
    private Optional<Exact> ahead(Account reader, Agreed agreed, LocalDate from, LocalDate end) {
        if (!from.isBefore(end) || agreed.text().baselines().size() != 1) {
            return Optional.empty();
        }
        Optional<MeterBaseline> baseline =
                agreed.meter(agreed.text().baselines().get(0).meter()).flatMap(meter -> baselines.of(reader, meter));
        if (baseline.isEmpty()) {
            return Optional.empty();
        }
        Map<LocalDate, BigDecimal> past = days.by(baseline.get(), from.minusYears(YEARS_BACK), end.minusYears(1));
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
            Optional<BigDecimal> would = Optional.empty();
            for (int years = 1; years <= YEARS_BACK && would.isEmpty(); years++) {
                would = known(past, day.minusYears(years));
            }
            if (would.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(would.get());
        }
        return Optional.of(Exact.of(sum));
    }
}
