package io.smartblocks.portal.api.v1;

import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.explorer.Finding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds whatever an id, a hash, a number or a name stands for. */
@RestController
@Tag(name = "Ledger")
class SearchApi {

    private static final int LONGEST = 500;

    /** One thing that was found. */
    @Schema(name = "Hit", description = "One thing that was found")
    record HitShown(
            @Schema(allowableValues = {"agreement", "block", "member", "meter", "state", "transaction"})
            String kind,

            @Schema(description = "Names it among those of its kind", example = "campus-supply")
            String id,

            @Schema(description = "What people call it", example = "Campus supply")
            String words,

            @Schema(description = "Where all of it is read", example = "/api/v1/agreements/campus-supply")
            String path) {

        static HitShown of(Finding.Hit hit) {
            return new HitShown(hit.kind(), hit.id(), hit.words(), path(hit.kind(), hit.id()));
        }

        private static String path(String kind, String id) {
            return switch (kind) {
                case "meter" -> "/api/v1/curves?meter=" + id;
                case "state" -> "/api/v1/states/history?key=" + id;
                default -> "/api/v1/" + kind + "s/" + id;
            };
        }
    }

    private final Finding finding;

    SearchApi(Finding finding) {
        this.finding = finding;
    }

    @GetMapping("/api/v1/search")
    @Operation(
            summary = "Whatever an id, a hash, a number or a part of a name stands for",
            description = "The first of each kind that you may see, the best first.")
    PageOf<HitShown> search(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam @Schema(example = "campus") String q,
            @RequestParam(defaultValue = Window.USUAL) int limit,
            @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        if (q.isBlank() || q.length() > LONGEST) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "'q' has " + q.length() + " characters.",
                    "q",
                    "Ask for an id, a hash, a number or a part of a name.");
        }
        return window.pageInOrder(
                finding.hits(caller.account(), q), hit -> List.of(hit.kind(), hit.id()), HitShown::of);
    }
}
