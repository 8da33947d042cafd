package io.smartblocks.portal.energy.site;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.energy.agreed.AgreedTexts.Agreed;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.words.Words;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells what the agreements of a place saved against what they guarantee. */
@Component
class Goals {

    private static final Exact BAR = Exact.of(640);
    private static final Exact HUNDRED = Exact.of(100);

    private final SavingsYears years;
    private final Words say;

    Goals(SavingsYears years, Words say) {
        this.years = years;
        this.say = say;
    }

    /** One for each agreement that measures savings, of the contract year that the day lies in. */
    List<Goal> of(Account reader, List<Agreed> agreements, LocalDate day) {
        return years.of(reader, agreements, day).stream()
                .filter(year -> !year.periods().isEmpty())
                .map(this::goal)
                .toList();
    }

    private Goal goal(SavingsYear year) {
        Optional<Exact> guaranteed = year.guaranteed();
        Optional<SavingsYear.Outlook> outlook = year.outlook();
        return new Goal(
                year.agreement().value(),
                year.title(),
                "/agreements/" + year.agreement(),
                whole(year.saved()),
                sentence(year, guaranteed),
                guaranteed.map(sum -> bar(year, sum, outlook)).orElse(List.of()),
                guaranteed
                        .map(sum -> say.message("goal.bar", whole(year.saved()), whole(sum), year.title()))
                        .orElse(""),
                guaranteed
                        .map(sum -> say.message("goal.guaranteed", whole(sum)))
                        .orElse(""),
                outlook.map(end -> say.message("goal.end", whole(end.likely()))).orElse(""),
                facts(year, outlook),
                how(year, outlook),
                year.from().toString(),
                rows(year),
                outlook.map(end -> end(year, end)));
    }

    private Goal.End end(SavingsYear year, SavingsYear.Outlook outlook) {
        LocalDate last = year.end().minusDays(1);
        return new Goal.End(
                say.message("goal.likely", say.day(last)),
                last.toString(),
                figure(outlook.likely()),
                figure(outlook.least()),
                figure(outlook.most()),
                year.guaranteedYear().map(this::figure));
    }

    private Goal.Figure figure(Exact value) {
        return new Goal.Figure(whole(value), exact(value));
    }

    private String sentence(SavingsYear year, Optional<Exact> guaranteed) {
        String since = say.message(
                "goal.since", say.day(year.from()), say.day(year.settledTo().minusDays(1)));
        if (guaranteed.isEmpty()) {
            return since
                    + ' '
                    + say.message("goal.of.baseline", percent(year.saved(), year.baseline()), whole(year.baseline()));
        }
        Exact ahead = year.saved().minus(guaranteed.get());
        return since
                + ' '
                + say.message(
                        ahead.signum() >= 0 ? "goal.ahead" : "goal.behind",
                        percent(year.saved(), guaranteed.get()),
                        whole(guaranteed.get()),
                        whole(ahead.signum() >= 0 ? ahead : ahead.negated()));
    }

    private static List<Goal.Part> bar(SavingsYear year, Exact guaranteed, Optional<SavingsYear.Outlook> outlook) {
        Exact most = year.saved()
                .max(guaranteed)
                .max(outlook.map(SavingsYear.Outlook::most).orElse(Exact.ZERO))
                .max(year.guaranteedYear().orElse(Exact.ZERO));
        List<Goal.Part> parts = new ArrayList<>();
        if (most.signum() <= 0) {
            return parts;
        }
        Exact saved = year.saved().max(Exact.ZERO);
        parts.add(part("fill", Exact.ZERO, saved.min(guaranteed), most));
        if (saved.compareTo(guaranteed) > 0) {
            parts.add(part("ahead", guaranteed, saved, most));
        }
        outlook.ifPresent(end ->
                parts.add(part("range", end.least().max(Exact.ZERO), end.most().max(Exact.ZERO), most)));
        parts.add(part("mark", guaranteed, guaranteed, most));
        year.guaranteedYear().filter(all -> !year.isOver()).ifPresent(all -> parts.add(part("mark", all, all, most)));
        return parts;
    }

    private static Goal.Part part(String kind, Exact from, Exact to, Exact most) {
        return new Goal.Part(kind, place(from, most), place(to.minus(from), most));
    }

    private static String place(Exact value, Exact most) {
        return value.times(BAR)
                .dividedBy(most)
                .toDecimal(1, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private List<Goal.Fact> facts(SavingsYear year, Optional<SavingsYear.Outlook> outlook) {
        List<Goal.Fact> facts = new ArrayList<>();
        String last = say.day(year.end().minusDays(1));
        outlook.ifPresent(end -> {
            facts.add(new Goal.Fact(say.message("goal.likely", last), say.message("goal.kwh", whole(end.likely()))));
            facts.add(new Goal.Fact(
                    say.message("goal.range"), say.message("goal.range.words", whole(end.least()), whole(end.most()))));
        });
        year.guaranteedYear()
                .filter(all -> !year.isOver())
                .ifPresent(all ->
                        facts.add(new Goal.Fact(say.message("goal.year", last), say.message("goal.kwh", whole(all)))));
        facts.add(new Goal.Fact(
                say.message("goal.share"),
                say.message("goal.of.baseline", percent(year.saved(), year.baseline()), whole(year.baseline()))));
        return facts;
    }

    private String how(SavingsYear year, Optional<SavingsYear.Outlook> outlook) {
        if (year.isOver()) {
            return say.message("goal.how.over");
        }
        return outlook.isPresent()
                ? say.message(
                        "goal.how", year.periods().size(), whole(year.ahead().orElseThrow()))
                : say.message("goal.how.none");
    }

    private List<Goal.Row> rows(SavingsYear year) {
        List<Goal.Row> rows = new ArrayList<>();
        Exact saved = Exact.ZERO;
        Optional<Exact> guaranteed = Optional.of(Exact.ZERO);
        for (SavingsYear.Period period : year.periods()) {
            saved = saved.plus(period.saved().saved());
            guaranteed = guaranteed.flatMap(sum -> period.saved().guaranteed().map(sum::plus));
            rows.add(new Goal.Row(
                    say.period(period.settled().from(), period.settled().to()),
                    period.settled().to().minusDays(1).toString(),
                    whole(period.saved().saved()),
                    whole(period.saved().baseline()),
                    period.share().map(share -> percent(share, Exact.ONE)).orElse(""),
                    whole(saved),
                    exact(saved),
                    guaranteed.map(this::whole).orElse(""),
                    guaranteed.map(Goals::exact).orElse(""),
                    SettlementRows.link(period.settled().id())));
        }
        return rows;
    }

    private String whole(Exact value) {
        return say.number(value.toDecimal(0, RoundingMode.HALF_EVEN));
    }

    private static String exact(Exact value) {
        return value.toDecimal(3, RoundingMode.HALF_EVEN).toPlainString();
    }

    private String percent(Exact part, Exact whole) {
        return whole.signum() == 0
                ? "0"
                : say.number(part.times(HUNDRED).dividedBy(whole).toDecimal(1, RoundingMode.HALF_EVEN));
    }
}
