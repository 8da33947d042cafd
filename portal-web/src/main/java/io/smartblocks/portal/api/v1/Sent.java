package io.smartblocks.portal.api.v1;

import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the fields of what a program sent. */
final class Sent {

    private static final int LONGEST_REASON = 2_000;

    private Sent() {}

    /** A value object from what was sent, or a problem that names the field. */
    static <T> T typed(String where, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(
                    Kind.INVALID, e.getMessage(), where, "Look at /v3/api-docs for the form of this field.");
        }
    }

    /** Why something is done, which stands in the audit log. */
    static String reason(String sent) {
        String reason = sent.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new ApiProblem(
                    Kind.INVALID,
                    "The reason has " + reason.length() + " characters.",
                    "reason",
                    "Say in 1 to " + LONGEST_REASON + " characters why.");
        }
        return reason;
    }

    /** Refuses a body without a field that it needs. */
    static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
    }
}
