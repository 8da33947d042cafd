package io.smartblocks.portal.api.v1;

import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Reads bodies of a bounded length. */
final class Bodies {

    private Bodies() {}

    static byte[] read(HttpServletRequest request, int most) throws IOException {
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new ApiProblem(
                    Kind.TOO_LARGE, "The body is longer than " + most + " bytes.", "body", "Send it in parts.");
        }
        return body;
    }
}
