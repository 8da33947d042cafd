package io.smartblocks.portal.energy;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.energy.CourseView.Chip;
import io.smartblocks.portal.energy.CourseView.Figure;
import io.smartblocks.portal.energy.CourseView.Revision;
import io.smartblocks.portal.energy.CourseView.Row;
import io.smartblocks.portal.energy.series.Accuracy;
import io.smartblocks.portal.energy.series.Course;
import io.smartblocks.portal.energy.series.Point;
import io.smartblocks.portal.energy.series.Span;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells the curves of a meter in words, figures and marks. */
@Component
class CourseViews {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DIGITS = 3;
    private static final int USUAL_HOURS = 24;

    private final Words say;
    private final Names names;

    CourseViews(Words say, Names names) {
        this.say = say;
        this.names = names;
    }

    CourseView of(Course course, String name) {
        int digits = digits(course);
        return new CourseView(
                course,
                name,
                sentences(course),
                course.step().name().toLowerCase(Locale.ROOT),
                course.points().stream()
                        .map(point -> row(course, point, digits))
                        .toList(),
                shown(course.read(), digits),
                course.predicted().map(value -> shown(value, digits)).orElse(""),
                course.would().map(value -> shown(value, digits)).orElse(""),
                clock(course));
    }

    private static int digits(Course course) {
        int finest = course.points().stream()
                .flatMap(point -> point.actual().stream())
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(1);
        return Math.max(0, Math.min(finest, MOST_DIGITS));
    }

    private List<String> sentences(Course course) {
        List<String> told = new ArrayList<>();
        long complete = course.count(Point.State.COMPLETE);
        long estimated = course.count(Point.State.ESTIMATED);
        told.add(say.message(
                "curves.known." + course.step().name().toLowerCase(Locale.ROOT),
                course.points().size(),
                complete + estimated,
                estimated,
                course.count(Point.State.MISSING)));
        if (course.hasPrediction()) {
            told.add(course.predictor()
                    .map(member -> say.message("curves.predictor", names.of(member), course.model()))
                    .orElse(""));
            told.add(accuracy(course.accuracy()));
        }
        course.baseline()
                .filter(fit -> course.hasBaseline())
                .ifPresent(
                        fit -> told.add(say.message("curves.baseline", fit.fit().method(), fit.title())));
        return told.stream().filter(words -> !words.isEmpty()).toList();
    }

    private String accuracy(Accuracy accuracy) {
        if (accuracy.mape().isEmpty()) {
            return say.message("curves.mape.none", accuracy.zeros());
        }
        String mape = say.message(
                "curves.mape",
                say.number(accuracy.mape().get()),
                accuracy.compared(),
                accuracy.zeros(),
                accuracy.total().map(say::number).orElse(""));
        return accuracy.banded() == 0
                ? mape
                : mape + ' ' + say.message("curves.band.within", accuracy.within(), accuracy.banded());
    }

    private Row row(Course course, Point point, int digits) {
        MeterState meter = course.meter();
        ZonedDateTime at = point.startIn(meter.zone());
        return new Row(
                label(course, at),
                mark(course, at),
                link(course, point.day()),
                point.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                chip(point),
                figure(point.actual(), digits),
                figure(point.predicted(), digits),
                figure(point.margin(), digits),
                figure(point.baseline(), digits),
                off(point),
                revision(meter, point),
                point.page()
                        .flatMap(Point.Page::transaction)
                        .map(Object::toString)
                        .orElse(""));
    }

    private String label(Course course, ZonedDateTime at) {
        return switch (course.step()) {
            case READING -> time(course, at);
            case HOUR -> say.dayOfMonth(at.toLocalDate()) + ", " + time(course, at);
            case DAY -> say.dayOfMonth(at.toLocalDate());
            case MONTH -> say.month(at.toLocalDate());
        };
    }

    /** The time of day, with its offset on days on which clocks change, since an hour may come twice. */
    private static String time(Course course, ZonedDateTime at) {
        String time = "%02d:%02d".formatted(at.getHour(), at.getMinute());
        return hours(at.toLocalDate(), course.meter().zone()) == USUAL_HOURS
                ? time
                : time + ' ' + at.getOffset().getId().replace("Z", "+00:00");
    }

    private String mark(Course course, ZonedDateTime at) {
        return switch (course.step()) {
            case READING -> time(course, at);
            case HOUR -> at.getHour() == 0 ? say.dayOfMonth(at.toLocalDate()) : time(course, at);
            case DAY -> say.axisDay(at.toLocalDate());
            case MONTH -> at.getMonth().getDisplayName(TextStyle.SHORT, LocaleContextHolder.getLocale());
        };
    }

    private static long hours(LocalDate day, ZoneId zone) {
        return Duration.between(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone))
                .toHours();
    }

    private String clock(Course course) {
        return course.from()
                .datesUntil(course.end())
                .filter(day -> course.step() == Span.Step.READING || course.step() == Span.Step.HOUR)
                .filter(day -> hours(day, course.meter().zone()) != USUAL_HOURS)
                .findFirst()
                .map(day -> say.message(
                        "curves.clock",
                        say.dayOfMonth(day),
                        hours(day, course.meter().zone())))
                .orElse("");
    }

    private static String link(Course course, LocalDate day) {
        Span finer = switch (course.step()) {
            case READING -> null;
            case HOUR, DAY -> Span.DAY;
            case MONTH -> Span.MONTH;
        };
        return finer != null && Span.of(course.meter().interval()).contains(finer)
                ? MeterPage.address(course.meter(), finer, day)
                : "";
    }

    private Chip chip(Point point) {
        int known = point.read().known();
        int expected = point.read().expected();
        String corrected = point.read().corrected() == 0
                ? ""
                : ", " + say.message("curves.corrected", point.read().corrected());
        return switch (point.state()) {
            case COMPLETE -> new Chip("good", "good", say.message("meter.complete") + corrected);
            case ESTIMATED ->
                new Chip(
                        "",
                        "estimated",
                        (expected == 1
                                        ? say.message("curves.estimated")
                                        : say.message(
                                                "curves.estimated.of",
                                                point.read().estimated(),
                                                expected))
                                + corrected);
            case MISSING ->
                new Chip(
                        "bad",
                        "missing",
                        expected <= 1
                                ? say.message("meter.missing")
                                : say.message("curves.missing.of", expected - known, expected));
            case TO_COME -> new Chip("", "clock", say.message("curves.to.come"));
        };
    }

    private Figure figure(Optional<BigDecimal> value, int digits) {
        return value.map(exact -> new Figure(
                        shown(exact, digits), exact.stripTrailingZeros().toPlainString()))
                .orElse(Figure.NONE);
    }

    private String shown(BigDecimal value, int digits) {
        return say.number(value.setScale(digits, RoundingMode.HALF_EVEN));
    }

    /** In per cent of what was read; undefined where that is zero. */
    private String off(Point point) {
        return point.error()
                .map(error -> point.actual().orElseThrow().signum() == 0
                        ? say.message("curves.undefined")
                        : say.number(error.multiply(HUNDRED)
                                .divide(point.actual().orElseThrow().abs(), 1, RoundingMode.HALF_EVEN)))
                .orElse("");
    }

    private Revision revision(MeterState meter, Point point) {
        return point.page()
                .filter(page -> page.revision() > 0)
                .map(page -> new Revision(
                        say.message("curves.revision", page.revision()),
                        page.reason(),
                        "/states/readings/" + meter.meter() + "/" + point.day()))
                .orElse(Revision.NONE);
    }
}
