package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AskedSites;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.energy.site.SiteFigures;
import io.smartblocks.portal.energy.site.SiteRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the caller's sites and buildings. */
@RestController
@Tag(name = "Meters")
class SiteApi {

    /** A site or building in a list. */
    @Schema(name = "SiteSummary", description = "A site or building over a period; a figure that is not known is empty")
    record SummaryShown(
            @Schema(example = "nimbus-campus") String id,
            String name,

            @Schema(description = "Whether it stands on the site before it in the list")
            boolean building,

            @Schema(description = "Square metres") String area,
            int meters,

            @Schema(description = "kWh", example = "41250") String used,

            @Schema(description = "kWh, as settled") String saved,
            @Schema(description = "kW") String peak,

            @Schema(description = "Readings that should be there and are not")
            int missing,

            @Schema(description = "Readings that are estimates")
            int estimated) {
        static SummaryShown of(SiteRow row) {
            return new SummaryShown(
                    row.id(),
                    row.name(),
                    row.building(),
                    plain(row.area()),
                    row.meters(),
                    plain(row.used()),
                    plain(row.saved()),
                    plain(row.peak()),
                    row.missing(),
                    row.estimated());
        }
    }

    /** One place with all its figures. */
    @Schema(name = "SiteFigures")
    record FiguresShown(
            String id,
            String name,
            @Schema(example = "2026-10") String period,
            List<FigureShown> figures,
            List<SavingsShown> savings,
            List<SummaryShown> buildings) {}

    /** One figure. */
    @Schema(name = "Figure", description = "A figure with its formula and the pages of what it rests on")
    record FigureShown(
            @Schema(
                    allowableValues = {
                        "used",
                        "baseline",
                        "saved",
                        "cost",
                        "emissions",
                        "intensity",
                        "renewable",
                        "peak",
                        "complete"
                    })
            String key,

            @Schema(description = "Empty where it is not known", example = "41250")
            String value,

            @Schema(example = "kWh") String unit,

            @Schema(description = "In the language that is accepted")
            String formula,

            List<String> sources,

            @Schema(description = "What is not known; empty where all is")
            String missing) {
        static FigureShown of(SiteFigures.Figure figure) {
            return new FigureShown(
                    figure.key(),
                    plain(figure.value()),
                    figure.unit(),
                    figure.formula(),
                    figure.sources(),
                    figure.missing());
        }
    }

    /** The savings of an agreement. */
    @Schema(
            name = "SiteSavings",
            description = "Savings of a contract year in kWh, against the guarantee, with forecast")
    record SavingsShown(
            String agreement,
            String title,
            LocalDate from,
            LocalDate to,

            @Schema(description = "The day up to which all is settled")
            LocalDate settledTo,

            String saved,

            @Schema(description = "For the settled periods; empty where nothing is guaranteed")
            String guaranteed,

            @Schema(description = "For the whole year") String guaranteedYear,

            @Schema(description = "The whole year, if it goes on as it did")
            String likely,

            @Schema(description = "The same as in the worst period")
            String least,

            @Schema(description = "The same as in the best period")
            String most) {
        static SavingsShown of(SiteFigures.Savings savings) {
            return new SavingsShown(
                    savings.agreement(),
                    savings.title(),
                    savings.from(),
                    savings.to(),
                    savings.settledTo(),
                    savings.saved().toPlainString(),
                    plain(savings.guaranteed()),
                    plain(savings.guaranteedYear()),
                    plain(savings.likely()),
                    plain(savings.least()),
                    plain(savings.most()));
        }
    }

    private final SiteFigures figures;

    SiteApi(SiteFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/api/v1/sites/figures")
    @Operation(summary = "All sites that you may see over a month or year, by name, each with its buildings behind it")
    PageOf<SummaryShown> figuresOfSites(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam @Schema(description = "A month or a year", example = "2026-10") String period,
            @RequestParam(defaultValue = "") @Schema(description = MeterApi.SITE_WORDS, example = "campus")
                    String words,
            @RequestParam @Schema(type = "string", example = "nimbus-campus") Optional<MemberId> owner,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        String last = window.after(1, parts -> parts.get(0)).orElse("");
        return window.page(
                figures.some(
                        caller.account(), new AskedSites(words.strip(), owner), period(period), last, window.fetch()),
                row -> List.of(row.id()),
                SummaryShown::of);
    }

    @GetMapping("/api/v1/sites/{id}/figures")
    @Operation(
            summary = "The figures of one site or building over a month or year",
            description =
                    "Use, use against baseline, savings, cost, CO2, intensity, renewable share, peak, completeness;"
                            + " and savings to date against what is guaranteed.")
    FiguresShown figuresOfSite(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(example = "nimbus-campus") String id,
            @RequestParam @Schema(description = "A month or a year", example = "2026-10") String period) {
        SiteFigures.OfPlace place = figures.of(caller.account(), id, period(period))
                .orElseThrow(() -> ApiProblem.notFound(
                        "site '" + id + "'",
                        "List what there is with GET /api/v1/sites/figures?period=" + period + "."));
        return new FiguresShown(
                place.id(),
                place.name(),
                period,
                place.figures().stream().map(FigureShown::of).toList(),
                place.savings().stream().map(SavingsShown::of).toList(),
                place.buildings().stream().map(SummaryShown::of).toList());
    }

    private static String period(String period) {
        if (!SiteFigures.isPeriod(period)) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "'" + period + "' is no month and no year.",
                    "period",
                    "Send a month such as 2026-10, or a year such as 2026.");
        }
        return period;
    }

    private static String plain(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("");
    }
}
