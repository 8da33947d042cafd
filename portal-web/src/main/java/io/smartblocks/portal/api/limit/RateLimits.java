package io.smartblocks.portal.api.limit;

import io.github.bucket4j.TimeMeter;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.Problems;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The limits of this portal: for each address before a key is looked at, and for each key. */
@Component
public class RateLimits {

    private final Problems problems;
    private final Limits perAddress;
    private final Limits perKey;

    RateLimits(
            Problems problems,
            @Value("${smartblocks.api.requests-per-minute-and-address:1200}") int address,
            @Value("${smartblocks.api.requests-per-minute-and-key:600}") int key) {
        this.problems = problems;
        // not the site's clock: in a demo that catches up its minutes pass in no time
        this.perAddress = new Limits(address, TimeMeter.SYSTEM_MILLISECONDS);
        this.perKey = new Limits(key, TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** Counts what comes from one address, whatever key it shows. */
    public LimitFilter byAddress() {
        return new LimitFilter(perAddress, request -> Optional.of(request.getRemoteAddr()), problems);
    }

    /** Counts what comes with one key, wherever from. */
    public LimitFilter byKey() {
        return new LimitFilter(
                perKey,
                request -> Optional.ofNullable(
                                SecurityContextHolder.getContext().getAuthentication())
                        .filter(shown -> shown.getPrincipal() instanceof ApiCaller)
                        .map(Authentication::getName),
                problems);
    }
}
