package io.smartblocks.portal.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.readmodel.ReadModelException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProblemResolverTests {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ProblemResolver resolver = new ProblemResolver(new Problems(MAPPER));
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_ledger_that_took_nothing_lets_one_ask_again() throws Exception {
        JsonNode problem = told(LedgerUnavailable.nothingTaken(Stage.PROPOSED, "It is stopping"), 503);

        assertThat(problem.get("type").asString()).endsWith(":unavailable");
        assertThat(problem.get("mend").asString()).contains("Nothing was taken");
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void where_the_outcome_is_unknown_the_same_request_is_to_be_sent_again() throws Exception {
        JsonNode problem = told(LedgerUnavailable.outcomeUnknown(Stage.COMMITTED, "No answer"), 503);

        assertThat(problem.get("type").asString()).endsWith(":outcome-unknown");
        assertThat(problem.get("mend").asString()).contains("the very same request");
    }

    @Test
    void tables_that_do_not_answer_are_no_fault_of_the_request() throws Exception {
        JsonNode problem = told(new ReadModelException("jdbc:postgresql://secret"), 503);

        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void what_broke_inside_is_told_by_a_number_only() throws Exception {
        JsonNode problem = told(new IllegalStateException("the password is 123"), 500);

        assertThat(problem.toString()).doesNotContain("123 ").doesNotContain("password");
        assertThat(problem.get("mend").asString()).matches(".*[0-9a-f]{8}-[0-9a-f-]{27}.*");
    }

    @Test
    void pages_of_people_keep_their_own_way() {
        Object answer = resolver.resolveException(
                new MockHttpServletRequest("GET", "/agreements"), response, null, new IllegalStateException("x"));

        assertThat(answer).isNull();
    }

    private JsonNode told(Exception failure, int status) throws Exception {
        resolver.resolveException(new MockHttpServletRequest("GET", "/api/v1/blocks"), response, null, failure);

        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        return MAPPER.readTree(response.getContentAsByteArray());
    }
}
