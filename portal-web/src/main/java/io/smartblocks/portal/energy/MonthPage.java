package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers a month of one meter for the chart and the table that it is drawn from. */
@Component
class MonthPage {

    private final DayTotals totals;
    private final ReadModel read;
    private final Words say;

    MonthPage(DayTotals totals, ReadModel read, Words say) {
        this.totals = totals;
        this.read = read;
        this.say = say;
    }

    void fill(Model model, MeterState meter, YearMonth month, LocalDate latest) {
        LocalDate first = month.atDay(1);
        LocalDate end = month.plusMonths(1).atDay(1);
        LocalDate read = end.isAfter(latest) ? latest.plusDays(1) : end;
        Month shown = new Month(first.isBefore(read) ? totals.of(meter, first, read) : totals.of(meter, first, end));
        model.addAttribute("meter", meter);
        model.addAttribute("month", shown);
        model.addAttribute("monthName", say.month(first));
        model.addAttribute("summed", DayTotals.isSummed(meter.unit()));
        model.addAttribute("charts", true);
        model.addAttribute(
                "earlier", earlier(meter, month) ? month.minusMonths(1).toString() : "");
        model.addAttribute(
                "later", end.isAfter(latest) ? "" : month.plusMonths(1).toString());
    }

    private boolean earlier(MeterState meter, YearMonth month) {
        return read.meters()
                .firstDay(meter.meter())
                .filter(first -> first.isBefore(month.atDay(1)))
                .isPresent();
    }
}
