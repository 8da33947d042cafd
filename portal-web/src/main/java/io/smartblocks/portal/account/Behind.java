package io.smartblocks.portal.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what the scripts of a page ask without a session. An answer that began a new session would, where it comes late,
 * take the place of the session in which the reader is signing in, whose form would then be refused.
 */
final class Behind extends OncePerRequestFilter {

    /** Whether a script of a page asks, and not its reader who goes somewhere: nobody would see a page in answer. */
    static boolean thePage(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (request.getHeader("HX-Request") != null || mode != null) {
            return !"navigate".equals(mode);
        }
        // a browser tells the mode only over https or on the machine itself
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return MediaType.APPLICATION_JSON_VALUE.equals(accepted) || MediaType.TEXT_EVENT_STREAM_VALUE.equals(accepted);
    }

    /** A page may ask for its looks and the like without a session; only a change needs one, for its token. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !thePage(request) || request.getSession(false) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }
}
