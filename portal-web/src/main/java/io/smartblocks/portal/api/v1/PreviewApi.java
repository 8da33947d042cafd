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
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what would become of a file of readings; nothing of it is kept. */
@RestController
@Tag(name = "Meters")
class PreviewApi {

    private final Access access;
    private final Previews previews;

    PreviewApi(Access access, Previews previews) {
        this.access = access;
        this.previews = previews;
    }

    @PostMapping(
            path = "/api/v1/readings/preview",
            consumes = {ReadingsBody.CSV, "application/xml", "application/atom+xml"})
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
                                            mediaType = ReadingsBody.CSV,
                                            schema = @Schema(type = "string", example = ReadingsBody.EXAMPLE))))
    Preview previewReadings(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam(defaultValue = "")
                    @Parameter(description = ReadingsBody.METER, example = ReadingsBody.METER_EXAMPLE)
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
                && access.meter(caller.account(), meter)
                        .filter(known -> known.operator().equals(operator))
                        .isEmpty()) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "'" + meter + "' is no meter that your organisation operates.",
                    "meter",
                    "List what there is with GET /api/v1/meters.");
        }
        return ReadingsBody.read(request, file -> previews.inTurn(() -> previews.of(file, meter, leaveOut, operator)))
                .orElseThrow(() -> new ApiProblem(
                        Kind.UNAVAILABLE, "Other files are being looked at.", "", "Send it again later."));
    }
}
