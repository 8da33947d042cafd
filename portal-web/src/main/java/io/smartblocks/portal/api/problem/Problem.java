package io.smartblocks.portal.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.http.HttpStatusCode;

/**
 * What a program is told when something is wrong: RFC 9457 with how to mend it.
 *
 * @param type names the kind of problem and stays the same
 * @param title the kind in words
 * @param status of the answer
 * @param detail what is wrong this time
 * @param instance what was asked for
 * @param where the parameter, header or field, if one is meant
 * @param mend how to mend it
 * @param errors all that is wrong, where it is more than one thing
 */
@Schema(description = "What is wrong, where, and how to mend it (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(example = "urn:smartblocks:problem:not-found")
        String type,

        @Schema(example = "Not found") String title,
        @Schema(example = "404") int status,

        @Schema(example = "There is no agreement 'campus' that you may see.")
        String detail,

        @Schema(example = "/api/v1/agreements/campus") String instance,

        @Schema(description = "The parameter, header or field that is meant", example = "id")
        String where,

        @Schema(example = "List what there is with GET /api/v1/agreements.")
        String mend,

        List<Fault> errors) {

    private static final String FAMILY = "urn:smartblocks:problem:";

    /** One thing of several that are wrong. */
    public record Fault(
            @Schema(example = "line 12") String where,
            @Schema(example = "'Day Pricee' is not defined") String detail,
            @Schema(example = "write 'Day Price'") String mend) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(HttpStatusCode status, Kind kind, String instance, String detail, String where, String mend) {
        return new Problem(
                FAMILY + kind.code(), kind.title(), status.value(), detail, instance, where, mend, List.of());
    }

    Problem with(List<Fault> faults) {
        return new Problem(type, title, status, detail, instance, where, mend, faults);
    }
}
