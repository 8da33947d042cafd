package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.energy.series.Course;
import io.smartblocks.portal.energy.series.Courses;
import io.smartblocks.portal.energy.series.Span;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers the curves of one meter over a chosen span, and the ways to other spans. */
@Component
class MeterPage {

    private static final int DAYS_OF_OVERVIEW = 31;

    private final Courses courses;
    private final CourseViews views;
    private final ReadModel read;
    private final Words say;

    MeterPage(Courses courses, CourseViews views, ReadModel read, Words say) {
        this.courses = courses;
        this.views = views;
        this.read = read;
        this.say = say;
    }

    /** A span or day that one can go to; words only, where one is there already. */
    record Way(String words, String link, boolean here) {}

    /** What was asked for: a span of this meter, and its first day. */
    record Chosen(Span span, LocalDate first) {}

    /** Where the page of a meter shows a span. */
    static String address(MeterState meter, Span span, LocalDate day) {
        return "/meters/" + meter.meter() + "?span=" + span.key() + "&day=" + day;
    }

    /** What to show: what was asked for, else the month of the latest reading. */
    Chosen chosen(MeterState meter, Optional<Span> asked, Optional<LocalDate> day) {
        List<Span> offered = Span.of(meter.interval());
        Span span = asked.filter(offered::contains).orElse(offered.contains(Span.MONTH) ? Span.MONTH : offered.get(0));
        LocalDate shown = day.or(() -> read.meters()
                        .latest(meter.meter())
                        .map(page -> page.page().day()))
                .orElseGet(say::today);
        return new Chosen(span, span.first(shown));
    }

    Course course(Account reader, MeterState meter, Chosen chosen) {
        return courses.of(reader, meter, chosen.span(), chosen.first());
    }

    void fill(Model model, Account reader, MeterState meter, Chosen chosen) {
        Course course = course(reader, meter, chosen);
        model.addAttribute("curves", views.of(course, name(chosen)));
        model.addAttribute("spans", spans(meter, chosen));
        model.addAttribute("earlier", earlier(meter, chosen));
        model.addAttribute("later", later(meter, chosen));
        model.addAttribute("span", chosen.span().key());
        model.addAttribute("day", chosen.first());
        model.addAttribute("charts", true);
        String query = "?meter=" + meter.meter() + "&span=" + chosen.span().key() + "&day=" + chosen.first();
        model.addAttribute("csv", "/meters.csv" + query);
        model.addAttribute("xlsx", "/meters.xlsx" + query);
    }

    /** The last 31 days that have readings. */
    void fillLatest(Model model, Account reader, MeterState meter, LocalDate latest) {
        LocalDate end = earlierOf(latest.plusDays(1), say.today());
        LocalDate first = end.minusDays(DAYS_OF_OVERVIEW);
        model.addAttribute(
                "curves", views.of(courses.of(reader, meter, first, end, Span.Step.DAY), say.span(first, end)));
        model.addAttribute("meter", meter);
        model.addAttribute("charts", true);
    }

    private static LocalDate earlierOf(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private String name(Chosen chosen) {
        LocalDate first = chosen.first();
        return switch (chosen.span()) {
            case DAY -> say.longDay(first);
            case WEEK -> say.span(first, first.plusWeeks(1));
            case MONTH -> say.month(first);
            case YEAR -> Integer.toString(first.getYear());
        };
    }

    private List<Way> spans(MeterState meter, Chosen chosen) {
        LocalDate middle = middle(chosen);
        List<Way> ways = new ArrayList<>();
        for (Span span : Span.of(meter.interval())) {
            ways.add(new Way(
                    say.message("curves.span." + span.key()), address(meter, span, middle), span == chosen.span()));
        }
        return ways;
    }

    /** The day that a finer or coarser span is looked for around: the latest reading where it lies within. */
    private LocalDate middle(Chosen chosen) {
        LocalDate end = chosen.span().plus(chosen.first(), 1);
        LocalDate today = say.today();
        return today.isBefore(end) && !today.isBefore(chosen.first()) ? today : chosen.first();
    }

    private Optional<Way> earlier(MeterState meter, Chosen chosen) {
        boolean there = read.meters()
                .firstDay(meter.meter())
                .filter(first -> first.isBefore(chosen.first()))
                .isPresent();
        return there ? Optional.of(way(meter, chosen, -1)) : Optional.empty();
    }

    /** Up to tomorrow, of which something may be predicted. */
    private Optional<Way> later(MeterState meter, Chosen chosen) {
        LocalDate next = chosen.span().plus(chosen.first(), 1);
        return next.isAfter(say.today().plusDays(1)) ? Optional.empty() : Optional.of(way(meter, chosen, 1));
    }

    private Way way(MeterState meter, Chosen chosen, int spans) {
        Chosen other = new Chosen(chosen.span(), chosen.span().plus(chosen.first(), spans));
        return new Way(name(other), address(meter, other.span(), other.first()), false);
    }
}
