package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.readmodel.DueCalendar;
import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.runs.RunsSeen;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is to be settled next. */
@RestController
@Tag(name = "Settlements")
class DueApi {

    /** A period that waits for its turn. */
    @Schema(name = "Due", description = "The next period of an agreement, and when it falls due")
    record DueShown(
            @Schema(example = "campus-supply") String agreement,
            @Schema(example = "1.0") String version,
            @Schema(example = "Billing Month") String period,
            LocalDate from,
            Instant dueAt,

            @Schema(description = "How often in a row it could not be settled")
            int failures) {
        static DueShown of(DuePeriod due) {
            return new DueShown(
                    due.agreement(), due.version(), due.period(), due.nextFrom(), due.dueAt(), due.failures());
        }
    }

    private final RunsSeen runs;

    DueApi(RunsSeen runs) {
        this.runs = runs;
    }

    @GetMapping("/api/v1/due")
    @Operation(summary = "What is to be settled next of what you may see, the soonest first")
    PageOf<DueShown> due(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        Optional<DueCalendar.Place> last = window.after(
                4,
                parts -> new DueCalendar.Place(Instant.parse(parts.get(0)), parts.get(1), parts.get(2), parts.get(3)));
        return window.page(
                runs.due(caller.account(), last, window.fetch()),
                due -> List.of(due.dueAt().toString(), due.agreement(), due.version(), due.period()),
                DueShown::of);
    }
}
