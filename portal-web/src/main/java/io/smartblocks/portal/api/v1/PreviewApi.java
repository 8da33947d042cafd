package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.energy.upload.Preview;
import io.smartblocks.portal.energy.upload.Previews;
import io.smartblocks.portal.member.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what would become of a file of readings; nothing of it is kept. */
@RestController
@Tag(name = "Meters")
class PreviewApi {

    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private final Access access;
    private final Previews previews;

    PreviewApi(Access access, Previews previews) {
        this.access = access;
        this.previews = previews;
    }

    @PostMapping(
            path = "/api/v1/readings/preview",
            consumes = {"text/csv", "application/xml", "application/atom+xml"})
    @Operation(
            summary = "What would be taken of a file of readings, what refused, and what it would replace",
            description = "CSV as `smartblocks meter import` reads it, or Green Button, for the meters that your"
                    + " organisation operates; those of others are unknown to it. What is wrong is told in `faults` of an"
                    + " answer with 200. Files are looked at one after the other: 503 says that others come first.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string", example = "time,value\n..."))))
    Preview previewReadings(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "")
                    @Parameter(
                            description = "The meter; empty where the file has a column for it",
                            example = "IE-9001/import")
                    String meter,
            @RequestParam(defaultValue = "false")
                    @Parameter(description = "Whether to leave out rows that cannot be taken")
                    boolean leaveOut,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        MemberId operator = access.organisation(caller.account())
                .orElseThrow(() -> new ApiProblem(
                        Kind.NOT_MADE,
                        "You act for no organisation, so that no meter is yours.",
                        "",
                        "Ask with the key of somebody who acts for the meter operator."));
        if (!meter.isEmpty()
                && access.meters(caller.account()).stream()
                        .noneMatch(known -> known.meter().value().equals(meter)
                                && known.operator().equals(operator))) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "'" + meter + "' is no meter that your organisation operates.",
                    "meter",
                    "List what there is with GET /api/v1/meters.");
        }
        Path file = Files.createTempFile("preview-", ".readings");
        try {
            Files.write(file, Bodies.read(request, MOST_BYTES));
            Optional<Preview> preview = previews.inTurn(() -> previews.of(file, meter, leaveOut, operator));
            return preview.orElseThrow(() ->
                    new ApiProblem(Kind.UNAVAILABLE, "Other files are being looked at.", "", "Send it again later."));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
