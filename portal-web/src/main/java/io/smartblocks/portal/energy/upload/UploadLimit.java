package io.smartblocks.portal.energy.upload;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away files that are too large before anything of them is kept or read as a form: with a page, which a browser shows
 * only after it has sent what it announced. Who has not signed in is turned away at once. A form that does not say how long
 * it is is taken for readings only, whose reader counts.
 */
final class UploadLimit extends OncePerRequestFilter {

    static final String READINGS = "/readings";

    /** The largest file of readings and what a form adds to it. */
    private static final long MOST_READINGS = Receiving.MOST_XML + (1 << 20);

    private static final long MOST_ELSEWHERE = 3L << 20;

    /** So much is read and forgotten for the sake of the answer. */
    private static final long MOST_DRAINED = 512L << 20;

    private static final int BUFFER = 1 << 16;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            chain.doFilter(request, response);
            return;
        }
        long length = request.getContentLengthLong();
        if (length < 0 && !isReadings(request)) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
            return;
        }
        // readings of unknown length are bounded where they are read, on disk
        if (length > most(request)) {
            if (request.getSession(false) != null && length <= MOST_DRAINED) {
                drain(request.getInputStream());
            }
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long most(HttpServletRequest request) {
        return isReadings(request) ? MOST_READINGS : MOST_ELSEWHERE;
    }

    private static boolean isReadings(HttpServletRequest request) {
        return request.getRequestURI().equals(request.getContextPath() + READINGS);
    }

    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long drained = 0;
        for (int n = body.read(buffer); n >= 0 && drained <= MOST_DRAINED; n = body.read(buffer)) {
            drained += n;
        }
    }
}
