package io.smartblocks.portal.verify;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away a file that is too large to be checked with a page that says so. Without it the form's token would be lost with
 * the file that nobody reads, and the page would speak of something else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class TooLarge extends OncePerRequestFilter {

    /** A file of 2 MB with what a form puts around it. */
    private static final long MOST =
            DataSize.ofMegabytes(2).toBytes() + DataSize.ofKilobytes(64).toBytes();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals("/verify");
    }
}
