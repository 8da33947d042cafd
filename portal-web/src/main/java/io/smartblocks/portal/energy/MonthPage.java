package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers a month of one meter for the chart and the table that it is drawn from. */
@Component
class MonthPage {

    private static final int SHOWN = 31;

    private final DayTotals totals;
    private final ReadModel read;
    private final Words say;

    MonthPage(DayTotals totals, ReadModel read, Words say) {
        this.totals = totals;
        this.read = read;
        this.say = say;
    }

    /** One month of the calendar, as far as its days are over. */
    void fill(Model model, MeterState meter, YearMonth month, LocalDate latest) {
        LocalDate first = month.atDay(1);
        LocalDate next = month.plusMonths(1).atDay(1);
        days(model, meter, first, earlierOf(next, over(latest)));
        model.addAttribute("monthName", say.month(first));
        model.addAttribute(
                "earlier", earlier(meter, month) ? month.minusMonths(1).toString() : "");
        model.addAttribute(
                "later", next.isAfter(latest) ? "" : month.plusMonths(1).toString());
    }

    /** The last 31 days that are over. */
    void fillLatest(Model model, MeterState meter, LocalDate latest) {
        LocalDate end = over(latest);
        LocalDate first = end.minusDays(SHOWN);
        days(model, meter, first, end);
        model.addAttribute("monthName", say.span(first, end));
    }

    private void days(Model model, MeterState meter, LocalDate first, LocalDate end) {
        model.addAttribute("meter", meter);
        model.addAttribute("month", new Month(first.isBefore(end) ? totals.of(meter, first, end) : List.of()));
        model.addAttribute("summed", DayTotals.isSummed(meter.unit()));
        model.addAttribute("charts", true);
    }

    /** The day after the last of which there are readings, without the day that still runs. */
    private LocalDate over(LocalDate latest) {
        return earlierOf(latest.plusDays(1), say.today());
    }

    private static LocalDate earlierOf(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private boolean earlier(MeterState meter, YearMonth month) {
        return read.meters()
                .firstDay(meter.meter())
                .filter(first -> first.isBefore(month.atDay(1)))
                .isPresent();
    }
}
