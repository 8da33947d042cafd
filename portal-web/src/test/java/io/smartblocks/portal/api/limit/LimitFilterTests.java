package io.smartblocks.portal.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.smartblocks.portal.api.problem.Problems;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class LimitFilterTests {

    private final LimitFilter filter = new LimitFilter(
            new Limits(2, TimeMeter.SYSTEM_MILLISECONDS),
            request -> Optional.of(request.getRemoteAddr()),
            new Problems(new JsonMapper()));

    @Test
    void too_many_requests_are_turned_away_with_the_time_to_wait() throws Exception {
        assertThat(ask("10.0.0.1").getStatus()).isEqualTo(200);
        assertThat(ask("10.0.0.1").getStatus()).isEqualTo(200);

        MockHttpServletResponse refused = ask("10.0.0.1");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(1, 31);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString()).contains("urn:smartblocks:problem:too-many");
        assertThat(ask("10.0.0.2").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse ask(String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/blocks");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
