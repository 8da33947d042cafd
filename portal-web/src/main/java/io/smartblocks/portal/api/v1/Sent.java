package io.smartblocks.portal.api.v1;

import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the fields of what a program sent. */
final class Sent {

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

    /** Refuses a body without a field that it needs. */
    static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
    }
}
