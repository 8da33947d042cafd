package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AskedMeters;
import io.smartblocks.ledger.readmodel.AskedSites;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RecordedPage;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.energy.site.Places;
import io.smartblocks.portal.member.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Meters, their readings, and the sites they stand at. */
@RestController
@Tag(name = "Meters", description = "Meters, readings and sites")
class MeterApi {

    static final String SITE_WORDS = "A part of the name, id or address";

    private static final int MOST_DAYS = 3_700;

    /** A meter. */
    @Schema(name = "Meter")
    record MeterShown(
            @Schema(example = "IE-9001/import") String id,
            String operator,
            String label,
            String site,
            @Schema(example = "electricity") String energy,
            @Schema(example = "kWh") String unit,

            @Schema(description = "How often it reads, as ISO 8601", example = "PT15M")
            String interval,

            @Schema(example = "Europe/Dublin") String zone,

            @Schema(
                    description = "Whether its values are amounts or stands",
                    allowableValues = {"interval", "register"})
            String measure,

            @Schema(description = "The last day it reads on; empty while it is in service")
            String lastDay) {
        static MeterShown of(MeterState meter) {
            return new MeterShown(
                    meter.meter().value(),
                    meter.operator().value(),
                    meter.label(),
                    meter.site(),
                    meter.energy(),
                    meter.unit(),
                    meter.interval().value(),
                    meter.zone().getId(),
                    meter.measure().name().toLowerCase(Locale.ROOT),
                    meter.lastDay().map(LocalDate::toString).orElse(""));
        }
    }

    /** The readings of a day. */
    @Schema(name = "DayOfReadings", description = "What a meter read on one local day, as it holds now")
    record DayShown(
            String meter,
            LocalDate day,
            @Schema(example = "Europe/Dublin") String zone,

            @Schema(description = "When the first interval begins")
            Instant start,

            @Schema(example = "PT15M") String interval,
            @Schema(example = "kWh") String unit,

            @Schema(
                    description = "One per interval in order of time; empty where none is known",
                    example = "[\"12.25\",\"12.40\",\"\"]")
            List<String> values,

            @Schema(description = "One letter per value: Actual, Estimated, Corrected, - missing", example = "AAE-")
            String quality,

            @Schema(description = "One letter per value that validation found remarkable, . for none; or empty")
            String flags,

            @Schema(description = "0 at first, then one more with each filling or correction")
            int revision,

            String recordedBy,

            @Schema(description = "Why it was corrected last")
            String reason,

            long block,
            String transaction,

            @Schema(description = "SHA-256 of the page, which evidence names")
            String digest) {
        static DayShown of(RecordedPage recorded) {
            ReadingsPage page = recorded.page();
            return new DayShown(
                    page.meter().value(),
                    page.day(),
                    page.zone().getId(),
                    page.start(),
                    page.interval().value(),
                    page.unit(),
                    IntStream.range(0, page.values().size())
                            .mapToObj(number -> page.valueAt(number)
                                    .map(BigDecimal::toPlainString)
                                    .orElse(""))
                            .toList(),
                    page.quality(),
                    page.flags().orElse(""),
                    recorded.revision(),
                    recorded.recordedBy().value(),
                    recorded.reason(),
                    recorded.block(),
                    recorded.transaction().map(Object::toString).orElse(""),
                    recorded.digest().toString());
        }
    }

    /** A site. */
    @Schema(name = "Site")
    record SiteShown(
            @Schema(example = "nimbus-campus") String id,
            String owner,
            String name,
            String zone,
            @Schema(example = "IE") String country,

            @Schema(description = "Square metres", example = "12400")
            String floorArea,

            String address) {
        static SiteShown of(SiteState site) {
            return new SiteShown(
                    site.site().value(),
                    site.owner().value(),
                    site.name(),
                    site.zone().getId(),
                    site.country().orElse(""),
                    site.floorArea().map(BigDecimal::toPlainString).orElse(""),
                    site.address().orElse(""));
        }
    }

    private final ReadModel read;
    private final Access access;
    private final Places places;

    MeterApi(ReadModel read, Access access, Places places) {
        this.read = read;
        this.access = access;
        this.places = places;
    }

    @GetMapping("/api/v1/meters")
    @Operation(summary = "The meters that you may see, by id")
    PageOf<MeterShown> meters(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "") @Schema(description = "A part of the id or label", example = "import")
                    String words,
            @RequestParam(defaultValue = "")
                    @Schema(
                            description = "The id or name of a site or building; its buildings count with it",
                            example = "nimbus-campus")
                    String site,
            @RequestParam(defaultValue = "") @Schema(description = "A part of what is measured", example = "export")
                    String energy,
            @RequestParam @Schema(description = "Only those that are retired, or only those in service")
                    Optional<Boolean> retired,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        String last = window.after(1, parts -> parts.get(0)).orElse("");
        AskedMeters asked =
                new AskedMeters(words.strip(), standingAt(caller.account(), site.strip()), energy.strip(), retired);
        return window.page(
                access.meters(caller.account(), asked, last, window.fetch()),
                meter -> List.of(meter.meter().value()),
                MeterShown::of);
    }

    private List<SiteId> standingAt(Account reader, String site) {
        return site.isEmpty()
                ? List.of()
                : places.standingAt(reader, site)
                        .orElseThrow(() -> new ApiProblem(
                                Kind.INVALID,
                                "No site '" + site + "' is known to you.",
                                "site",
                                "List what there is with GET /api/v1/sites/figures."));
    }

    @GetMapping("/api/v1/readings")
    @Operation(
            summary = "The readings of one meter, the latest day first",
            description = "Days without any reading are left out. `to` is the day after the last.")
    PageOf<DayShown> readings(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam @Schema(example = "IE-9001/import") String meter,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        if (!from.isBefore(to) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "From " + from + " to " + to + " are no 1 to " + MOST_DAYS + " days.",
                    "to",
                    "Let 'to' be the day after the last one, and later than 'from'.");
        }
        MeterState known = meter(caller.account(), meter);
        LocalDate end = window.after(1, parts -> LocalDate.parse(parts.get(0)))
                .filter(day -> day.isBefore(to))
                .orElse(to);
        return window.page(
                latest(known, from, end, window.fetch()),
                page -> List.of(page.page().day().toString()),
                DayShown::of);
    }

    /** Reads backwards in spans of as many days as are wanted, so that a long time is not read as a whole. */
    private List<RecordedPage> latest(MeterState meter, LocalDate from, LocalDate end, int wanted) {
        List<RecordedPage> found = new ArrayList<>();
        LocalDate first =
                read.meters().firstDay(meter.meter()).filter(from::isBefore).orElse(from);
        LocalDate to = end;
        while (found.size() < wanted && first.isBefore(to)) {
            LocalDate start = to.minusDays(wanted).isBefore(first) ? first : to.minusDays(wanted);
            List<RecordedPage> span = new ArrayList<>(read.meters().pages(meter.meter(), start, to));
            Collections.reverse(span);
            found.addAll(span);
            to = start;
        }
        return found.stream().limit(wanted).toList();
    }

    private MeterState meter(Account reader, String id) {
        return access.meter(reader, id)
                .orElseThrow(
                        () -> ApiProblem.notFound("meter '" + id + "'", "List what there is with GET /api/v1/meters."));
    }

    @GetMapping("/api/v1/sites")
    @Operation(summary = "The registered sites, by id")
    PageOf<SiteShown> sites(
            @RequestParam(defaultValue = "") @Schema(description = SITE_WORDS, example = "campus") String words,
            @RequestParam @Schema(type = "string", example = "nimbus-campus") Optional<MemberId> owner,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        String last = window.after(1, parts -> parts.get(0)).orElse("");
        return window.page(
                read.sites().after(last, new AskedSites(words.strip(), owner), window.fetch()),
                site -> List.of(site.site().value()),
                SiteShown::of);
    }
}
