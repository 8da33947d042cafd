package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.energy.series.Accuracy;
import io.smartblocks.portal.energy.series.Course;
import io.smartblocks.portal.energy.series.Courses;
import io.smartblocks.portal.energy.series.Point;
import io.smartblocks.portal.energy.series.Span;
import io.smartblocks.portal.member.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The curves of a meter: what it read, was expected to read and would have read. */
@RestController
@Tag(name = "Meters")
class CurveApi {

    /** The curves over a span. */
    @Schema(name = "Curves", description = "What a meter read, was expected to read and would have read")
    record CurvesShown(
            @Schema(example = "IE-9001/import") String meter,
            @Schema(example = "kWh") String unit,
            LocalDate from,
            @Schema(description = "The day after the last") LocalDate to,

            @Schema(allowableValues = {"reading", "hour", "day", "month"})
            String step,

            @Schema(description = "Who stated the latest prediction; empty where nothing is predicted")
            String predictor,

            String model,
            AccuracyShown accuracy,
            List<PointShown> points) {

        static CurvesShown of(Course course) {
            return new CurvesShown(
                    course.meter().meter().value(),
                    course.meter().unit(),
                    course.from(),
                    course.end(),
                    course.step().name().toLowerCase(Locale.ROOT),
                    course.predictor().map(MemberId::value).orElse(""),
                    course.model(),
                    AccuracyShown.of(course.accuracy()),
                    course.points().stream().map(PointShown::of).toList());
        }
    }

    /** How far predictions were off. */
    @Schema(name = "Accuracy", description = "How far predictions were off at the points of these curves")
    record AccuracyShown(
            @Schema(
                    description = "Mean absolute percentage error in %; empty where nothing is compared",
                    example = "4.2")
            String mape,

            @Schema(description = "Points that the mean is taken of")
            int compared,

            @Schema(description = "Points left out of it, since a percentage of zero is undefined")
            int zeros,

            @Schema(description = "Sum of errors in % of what was read", example = "3.9")
            String total,

            @Schema(description = "Points with a stated error band")
            int banded,

            @Schema(description = "How many of them lie within it")
            int within) {
        static AccuracyShown of(Accuracy accuracy) {
            return new AccuracyShown(
                    plain(accuracy.mape()),
                    accuracy.compared(),
                    accuracy.zeros(),
                    plain(accuracy.total()),
                    accuracy.banded(),
                    accuracy.within());
        }
    }

    /** One point. */
    @Schema(name = "Point", description = "One point; a figure that is not known is empty")
    record PointShown(
            Instant start,
            Instant end,
            LocalDate day,

            @Schema(allowableValues = {"complete", "estimated", "missing", "to-come"})
            String state,

            @Schema(example = "412.250") String actual,
            @Schema(example = "405") String predicted,

            @Schema(description = "The expected error of what was predicted", example = "12")
            String margin,

            @Schema(description = "What it would have read without the measure", example = "520.125")
            String baseline,

            @Schema(description = "How many readings are known")
            int known,

            @Schema(description = "How many there should be")
            int expected,

            @Schema(description = "How many of the known are estimates")
            int estimated) {
        static PointShown of(Point point) {
            return new PointShown(
                    point.start(),
                    point.end(),
                    point.day(),
                    point.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    plain(point.actual()),
                    plain(point.predicted()),
                    plain(point.margin()),
                    plain(point.baseline()),
                    point.read().known(),
                    point.read().expected(),
                    point.read().estimated());
        }
    }

    private final Access access;
    private final Courses courses;

    CurveApi(Access access, Courses courses) {
        this.access = access;
        this.courses = courses;
    }

    @GetMapping("/api/v1/curves")
    @Operation(
            summary = "The curves of a meter over a day, week, month or year: actual, predicted, baseline, MAPE",
            description = "A day has each reading, a week its hours, a month its days, a year its months.")
    CurvesShown curves(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam @Schema(example = "IE-9001/import") String meter,
            @RequestParam(defaultValue = "month") @Schema(allowableValues = {"day", "week", "month", "year"})
                    String span,
            @RequestParam @Schema(description = "Any day of the span") LocalDate day) {
        MeterState known = meter(caller.account(), meter);
        Span asked = Span.named(span)
                .filter(Span.of(known.interval())::contains)
                .orElseThrow(() -> new ApiProblem(
                        Kind.INVALID,
                        "This meter has no curves over a '" + span + "'.",
                        "span",
                        "Ask for one of: "
                                + String.join(
                                        ", ",
                                        Span.of(known.interval()).stream()
                                                .map(Span::key)
                                                .toList())
                                + "."));
        return CurvesShown.of(courses.of(caller.account(), known, asked, asked.first(day)));
    }

    private MeterState meter(Account reader, String id) {
        return access.meter(reader, id)
                .orElseThrow(
                        () -> ApiProblem.notFound("meter '" + id + "'", "List what there is with GET /api/v1/meters."));
    }

    private static String plain(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }
}
