package io.smartblocks.portal.api.v1;

import io.smartblocks.portal.agreement.WaitingThing;
import io.smartblocks.portal.agreement.WaitingThings;
import io.smartblocks.portal.api.key.ApiCaller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the caller's organisation. */
@RestController
@Tag(name = "Agreements")
class WaitingApi {

    /** All that waits. */
    @Schema(name = "Waiting", description = "What only people of your organisation, or its runtime, can do next")
    record WaitingShown(
            @Schema(description = "For people: to sign, to change, to consent to, to confirm, disputed")
            List<ThingShown> things,

            @Schema(
                    description = "What to send as `after` for the next part; empty at the end",
                    example = "c2lnbi0xMjM")
            String next,

            @Schema(description = "For your runtime: the first 20 settlements that it has yet to compute again")
            List<ThingShown> coSigning) {}

    /** One thing that waits. */
    @Schema(name = "WaitingThing")
    record ThingShown(
            @Schema(description = "In the language that is accepted", example = "Sign Campus supply, version 1.0")
            String words,

            @Schema(description = "Who asked for it, and when or why")
            String more,

            @Schema(
                    description = "The page on which a person does it",
                    example = "/agreements/campus-supply/sign?version=1.0")
            String page) {
        static ThingShown of(WaitingThing thing) {
            return new ThingShown(thing.words(), thing.more(), thing.link());
        }
    }

    private final WaitingThings waiting;

    WaitingApi(WaitingThings waiting) {
        this.waiting = waiting;
    }

    @GetMapping("/api/v1/waiting")
    @Operation(summary = "What waits for you or your organisation, kind after kind, the newest of each first")
    WaitingShown waiting(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        String last = window.after(1, parts -> parts.get(0)).orElse("");
        PageOf<ThingShown> part = window.page(
                waiting.part(caller.account(), last, window.limit()),
                placed -> List.of(placed.place()),
                placed -> placed.things().stream().map(ThingShown::of));
        return new WaitingShown(
                part.items(),
                part.next(),
                waiting.coSigning(caller.account()).stream().map(ThingShown::of).toList());
    }
}
