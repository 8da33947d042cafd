package io.smartblocks.portal.api.limit;

import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.api.problem.Kind;
import io.smartblocks.portal.api.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a request away unread where too many came before it. */
public final class LimitFilter extends OncePerRequestFilter {

    private final Limits limits;
    private final Function<HttpServletRequest, Optional<String>> counted;
    private final Problems problems;

    LimitFilter(Limits limits, Function<HttpServletRequest, Optional<String>> counted, Problems problems) {
        this.limits = limits;
        this.counted = counted;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Duration wait = counted.apply(request).map(limits::take).orElse(Duration.ZERO);
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = wait.toSeconds() + 1;
        response.setHeader("Retry-After", Long.toString(seconds));
        problems.send(
                request,
                response,
                new ApiProblem(
                        Kind.TOO_MANY,
                        "Too many requests came in the last minute.",
                        "",
                        "Wait " + seconds + " s, as Retry-After says, and ask for longer lists less often."));
    }

    /** Two of its kind count in one chain: each request passes both. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return LimitFilter.class.getName() + System.identityHashCode(this);
    }
}
